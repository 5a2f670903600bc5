/**
 * What packed records say time and again, so that it costs next to nothing in each; what is commonest stands last.
 * Records are read by the very words they were written by: a dictionary never changes, a better one goes behind it.
 */
export const dictionaries: readonly string[] = [
  [
    '"html":"headers":{"subject":"kind":"mail","kind":"sms","templateValues":{"url":"http://localhost:3000',
    '"fromName":"signature":"urgent":false,"template":"ticketRegistered","template":"ticketOutcome","clockPassed"',
    '"state":"pending","state":"sending","state":"sent","attempts":0,"notBefore":"keptUntil":"aboutId":"messageId":"msg_01',
    "已登记，编号，处理结果：，请评价：。如需补充，请联系物业服务中心。您的报事【】",
    '"completion":1,"outcome":"attempts":[{"at":"reached":true,"satisfied":true,"scores":{"speed":5,"attitude":5,"workmanship":5,"result":5}',
    '"tries":0,"tries":1,"nextAt":"satisfiedIn":"2026-toldAt":"callback":{"rating":{"score":5,"words":"at":"',
    '"calledBy":"reachedAt":"reopenedAt":"byLink":true,"completions":[{"completedAt":"byMemberId":"byName":"note":"photos":[],',
    '"clockStartedAt":"dueAt":"onTime":true,"onTime":false,"paid":false,"callbackWanted":true,"callbackDueAt":"',
    '"bodyHash":"answer":{"owner":"#ticket.register","#ticket.assign","#ticket.accept","#ticket.appoint","#ticket.arrive","#ticket.start"',
    '"#ticket.complete","#callback.record","key":"requestId":"detail":"verb":"ticket.auditId":"aud_01',
    '"step":"action":"register","from":"registered","to":"assigned","to":"accepted","to":"started","to":"completed","to":"closed"',
    '"by":"mem_01","byName":"resident:tkt_01","system","order":1,"appointmentAt":"arrivedAt":"doneAt":"pauses":[{"from":"to":"reason":"',
    '"state":"waiting","state":"arrived","state":"paused","state":"done","state":"withdrawn","state":"refused","asked":"',
    '"told":{"response":{"dueAt":"rung":1,"nextAt":"verified":{"progress":{"onSite":{"answered":{"completion":{"wakeAt":"',
    '"kind":"complaint","kind":"suggestion","kind":"inquiry","kind":"praise","kind":"emergency","kind":"repair",',
    '"category":"plumbing","electrical","lighting","lift","doorsWindows","entrance","airConditioning","network","fireEquipment"',
    '"service","facilities","safety","management","cleaning","greening","parking","fees","procedures","renovation","other","category":"leak",',
    '"trade":"engineering","trade":"security","trade":"cleaning","trade":"greening","trade":"front_desk",',
    '"urgency":"large","urgency":"urgent","urgency":"ordinary","channel":"visit","channel":"letter","channel":"online","channel":"qr",',
    '"channel":"patrol","channel":"member","channel":"call","words":"厨房卫生间客厅阳台楼道电梯水管漏水，请尽快来看看","photos":["att_01"],',
    '"state":"closed","state":"void","state":"completed","state":"started","state":"accepted","state":"assigned","state":"registered",',
    '"registeredBy":"mem_01","registeredByName":"前台","createdAt":"responseDueAt":"respondedAt":"verifiedDueAt":"verifiedAt":"',
    '"onSiteDueAt":"onSiteAt":"answerDueAt":"answeredAt":"progressDueAt":"acceptedAt":"startedAt":"completionStartedAt":"',
    '"completionDueAt":"pausedAt":"completionCounting":"business","completionCounting":"always","closedAt":"voidedAt":"duplicateOf":"tkt_01',
    '"workerIds":["mem_01"],"reopenedCount":0,"repeatOf":[],"repeatedBy":[],"steps":1,"rev":1,"tenantId":"ten_01',
    '"assigneeId":"mem_01","assigneeName":"houseId":"hou_01","houseCode":"1-1-101","number":"BX2026',
    '"reporter":{"residentId":"res_01","name":"phone":"+8613800","email":"@example.com","locale":"en"},"locale":"zh-CN"},',
    '"ticketId":"tkt_01K","projectId":"prj_01K","at":"2026-11-2T00:00:00.000Z",',
  ].join(""),
];
