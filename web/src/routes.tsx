import { compareSearch } from "./pages/compare/search";
import { dashboardSearch } from "./pages/dashboard/search";
import { feesSearch, houseOfSearch } from "./pages/fees/search";
import { ticketSearch } from "./pages/ticket-filters/search";
import { doorPage, doorRoute, page, shellRoute } from "./route/page";
import { rootRoute } from "./route/root";
import type { RawSearch } from "./route/search";

const next = (raw: RawSearch): { next?: string; ended?: string } => ({ next: raw.next, ended: raw.ended });
const token = (raw: RawSearch): { token?: string; error?: string } => ({
  token: raw.token,
  error: raw.error,
});

const intake = ({
  house,
  resident,
  place,
  call,
  phone,
}: RawSearch): { house?: string; resident?: string; place?: string; call?: string; phone?: string } => ({
  house,
  resident,
  place,
  call,
  phone,
});
const show = (raw: RawSearch): { show?: string } => ({ show: raw.show });
const number = (raw: RawSearch): { number?: string } => ({ number: raw.number });
const deed = (raw: RawSearch): { do?: string } => ({ do: raw.do });

const pages = [
  page("/", { title: "nav:home", section: "home", load: () => import("./pages/home/HomePage") }),
  page("/tickets", {
    title: "tickets:list.title",
    section: "tickets",
    permission: "ticket.read",
    search: ticketSearch,
    load: () => import("./pages/tickets/TicketsPage"),
  }),
  page("/board", {
    title: "board:title",
    section: "tickets",
    permission: "ticket.read",
    search: ticketSearch,
    load: () => import("./pages/board/BoardPage"),
  }),
  page("/tickets/new", {
    title: "tickets:new.title",
    section: "tickets",
    permission: "ticket.register",
    search: intake,
    load: () => import("./pages/tickets/NewTicketPage"),
  }),
  page("/complaints", {
    title: "complaints:title",
    section: "tickets",
    permission: "ticket.read",
    search: show,
    load: () => import("./pages/complaints/ComplaintsPage"),
  }),
  page("/praise", {
    title: "praise:wall",
    section: "tickets",
    permission: "ticket.read",
    load: () => import("./pages/praise/PraisePage"),
  }),
  page("/tickets/$ticketId", {
    title: "tickets:field.ticket",
    permission: "ticket.read",
    search: deed,
    load: () => import("./pages/tickets/TicketPage"),
  }),
  page("/unsent", { title: "offline:title", load: () => import("./offline/UnsentPage") }),
  page("/rosters", {
    title: "rosters:title",
    section: "tickets",
    permission: "ticket.read",
    load: () => import("./pages/rosters/RostersPage"),
  }),
  page("/rosters/$rosterId", {
    title: "rosters:field.name",
    permission: "ticket.read",
    load: () => import("./pages/rosters/RosterPage"),
  }),
  page("/rosters/$rosterId/handover", {
    title: "rosters:handOver",
    permission: "ticket.work",
    load: () => import("./pages/rosters/GivePage"),
  }),
  page("/handovers/$handoverId", {
    title: "rosters:field.handover",
    permission: "ticket.read",
    load: () => import("./pages/rosters/HandoverPage"),
  }),
  page("/callbacks", {
    title: "nav:callbacks",
    section: "callbacks",
    permission: "callback.make",
    search: show,
    load: () => import("./pages/callbacks/CallbacksPage"),
  }),
  page("/letters", {
    title: "letters:in.title",
    section: "letters",
    permission: "ticket.read",
    search: number,
    load: () => import("./pages/letters/LettersPage"),
  }),
  page("/letters/new", {
    title: "letters:new.title",
    section: "letters",
    permission: "ticket.register",
    search: intake,
    load: () => import("./pages/letters/NewLetterPage"),
  }),
  page("/replies", {
    title: "replies:title",
    section: "letters",
    permission: "ticket.read",
    search: show,
    load: () => import("./pages/replies/RepliesPage"),
  }),
  page("/replies/$replyId", {
    title: "replies:one",
    permission: "ticket.read",
    load: () => import("./pages/replies/ReplyPage"),
  }),
  page("/letters/$letterId", {
    title: "letters:in.one",
    permission: "ticket.read",
    load: () => import("./pages/letters/LetterPage"),
  }),
  page("/compare", {
    title: "nav:compare",
    section: "compare",
    permission: "figure.read",
    search: compareSearch,
    load: () => import("./pages/compare/ComparePage"),
  }),
  page("/dashboard", {
    title: "dashboard:title",
    section: "tickets",
    permission: "figure.read",
    search: dashboardSearch,
    load: () => import("./pages/dashboard/DashboardPage"),
  }),
  page("/houses", {
    title: "nav:houses",
    section: "houses",
    permission: "house.read",
    load: () => import("./pages/houses/HousesPage"),
  }),
  page("/houses/$houseId", {
    title: "houses:oneTitle",
    permission: "house.read",
    load: () => import("./pages/houses/HousePage"),
  }),
  page("/settings/projects", {
    title: "projects:title",
    section: "settings",
    permission: "project.manage",
    load: () => import("./pages/projects/ProjectsPage"),
  }),
  page("/import", {
    title: "import:title",
    section: "import",
    permission: "import.run",
    load: () => import("./pages/import/ImportPage"),
  }),
  page("/import/$importId", {
    title: "import:oneTitle",
    permission: "import.run",
    load: () => import("./pages/import/OneImportPage"),
  }),
  page("/surveys", {
    title: "nav:surveys",
    section: "surveys",
    permission: "survey.read",
    load: () => import("./pages/surveys/SurveysPage"),
  }),
  page("/surveys/$campaignId", {
    title: "surveys:field.title",
    permission: "survey.read",
    search: (raw: RawSearch): { project?: string } => ({ project: raw.project }),
    load: () => import("./pages/surveys/CampaignPage"),
  }),
  page("/surveys/$campaignId/answer", {
    title: "surveys:enter.title",
    permission: "survey.enter",
    search: (raw: RawSearch): { house?: string } => ({ house: raw.house }),
    load: () => import("./pages/surveys/EnterAnswerPage"),
  }),
  page("/fees", {
    title: "fees:title",
    section: "fees",
    permission: "fee.read",
    search: feesSearch,
    load: () => import("./pages/fees/FeesPage"),
  }),
  page("/fees/payments/new", {
    title: "fees:pay.title",
    section: "fees",
    permission: "payment.record",
    search: houseOfSearch,
    load: () => import("./pages/fees/NewPaymentPage"),
  }),
  page("/fees/payments/$paymentId", {
    title: "fees:field.payment",
    permission: "fee.read",
    load: () => import("./pages/fees/PaymentPage"),
  }),
  page("/fees/bills/$billId", {
    title: "fees:field.bill",
    permission: "fee.read",
    load: () => import("./pages/fees/BillPage"),
  }),
  page("/fees/houses/$houseId", {
    title: "nav:fees",
    permission: "fee.read",
    search: houseOfSearch,
    load: () => import("./pages/fees/HouseAccountPage"),
  }),
  page("/members", {
    title: "nav:members",
    section: "members",
    permission: "member.read",
    load: () => import("./pages/members/MembersPage"),
  }),
  page("/settings", {
    title: "settings:title",
    section: "settings",
    load: () => import("./pages/settings/SettingsPage"),
  }),
  page("/settings/categories", {
    title: "categories:title",
    section: "settings",
    permission: "tenant.manage",
    load: () => import("./pages/categories/CategoriesPage"),
  }),
  page("/settings/prices", {
    title: "prices:title",
    section: "settings",
    permission: "fee.manage",
    load: () => import("./pages/prices/PricesPage"),
  }),
  page("/settings/routing", {
    title: "routing:title",
    section: "settings",
    permission: "tenant.manage",
    load: () => import("./pages/routing/RoutingPage"),
  }),
  page("/settings/clocks", {
    title: "clocks:title",
    section: "settings",
    permission: "project.manage",
    load: () => import("./pages/clocks/ClocksPage"),
  }),
  page("/settings/telephone", {
    title: "telephone:title",
    section: "settings",
    permission: "tenant.manage",
    load: () => import("./pages/telephone/TelephonePage"),
  }),
  page("/settings/templates", {
    title: "templates:title",
    section: "settings",
    permission: "tenant.manage",
    load: () => import("./pages/templates/TemplatesPage"),
  }),
  page("/settings/audit", {
    title: "audit:title",
    section: "settings",
    permission: "audit.read",
    load: () => import("./pages/settings/AuditPage"),
  }),
] as const;

const doorPages = [
  doorPage("/sign-in", {
    title: "auth:signIn.title",
    search: next,
    load: () => import("./pages/auth/SignInPage"),
  }),
  doorPage("/sign-up", { title: "auth:signUp.title", load: () => import("./pages/auth/SignUpPage") }),
  doorPage("/verified", {
    title: "auth:verified.title",
    search: token,
    load: () => import("./pages/auth/VerifiedPage"),
  }),
  doorPage("/forgot-password", {
    title: "auth:forgot.title",
    load: () => import("./pages/auth/ForgotPasswordPage"),
  }),
  doorPage("/reset-password", {
    title: "auth:reset.title",
    search: token,
    load: () => import("./pages/auth/ResetPasswordPage"),
  }),
  doorPage("/invitation", {
    title: "auth:invitation.title",
    search: token,
    load: () => import("./pages/auth/InvitationPage"),
  }),
  doorPage("/choose-firm", {
    title: "auth:firm.title",
    search: next,
    load: () => import("./pages/auth/ChooseFirmPage"),
  }),
] as const;

/** All pages there are. The navigation is made from this list: what is not here is not shown. */
export const routeTree = rootRoute.addChildren([
  shellRoute.addChildren(pages),
  doorRoute.addChildren(doorPages),
]);
