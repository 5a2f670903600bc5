import {
  closeCampaign,
  enterAnswer,
  getCampaign,
  getHousehold,
  getProjectResult,
  getQuestionnaire,
  listCampaigns,
  listComments,
  listUndeliverable,
  startCampaign,
} from "@frontdesk/core/survey/index";
import { created, json, routes } from "./route";

export const surveyRoutes = routes({
  "GET /questionnaire": json(getQuestionnaire),
  "GET /campaigns": json(listCampaigns),
  "POST /campaigns": created(startCampaign),
  "GET /campaigns/{campaignId}": json(getCampaign),
  "POST /campaigns/{campaignId}/close": json(closeCampaign),
  "GET /campaigns/{campaignId}/projects/{projectId}": json(getProjectResult),
  "GET /campaigns/{campaignId}/projects/{projectId}/comments": json(listComments),
  "GET /campaigns/{campaignId}/projects/{projectId}/undeliverable": json(listUndeliverable),
  "GET /campaigns/{campaignId}/houses/{houseId}": json(getHousehold),
  "POST /campaigns/{campaignId}/answers": created(enterAnswer),
});
