export { archiveReply, confirmReply, replyCameBack } from "./arrive";
export { draftReply, reviseReply, submitReply } from "./draft";
export { getReply } from "./get";
export { listConfirmations, listReplies, listReplyTurns, listTicketReplies } from "./list";
export { sweepConfirmations } from "./overdue";
export { changeReplySettings, getReplySettings } from "./settings";
export { agreeToReply, approveReply, commentReply, giveBackReply, recallReply, withdrawReply } from "./sign";
export { addTemplate, changeTemplate, listTemplates, previewTemplate } from "./templates";
