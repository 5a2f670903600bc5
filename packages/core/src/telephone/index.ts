export { listCalls } from "./calls";
export { connectTelephone, disconnectTelephone, getTelephone } from "./connect";
export { setLines } from "./lines";
export { receiveCall, reportedCall } from "./receive";
