/** The product's code tables, opened once. Pages and rules import from here and never spell a label. */
import { openCodeTable } from '../kernel/code-table';
import useState from './use-state.json';
import roomKind from './room-kind.json';
import relation from './relation.json';
import gender from './gender.json';
import ageBand from './age-band.json';
import fillRole from './fill-role.json';
import verifyWay from './verify-way.json';
import compoundKind from './compound-kind.json';
import doorState from './door-state.json';
import channel from './channel.json';
import careKind from './care-kind.json';
import volunteer from './volunteer.json';
import visitResult from './visit-result.json';
import vacancySign from './vacancy-sign.json';
import tacticWay from './tactic-way.json';
import propertyKind from './property-kind.json';
import changeKind from './change-kind.json';

export const useStateTable = /* @__PURE__ */ openCodeTable(useState);
export const roomKindTable = /* @__PURE__ */ openCodeTable(roomKind);
export const relationTable = /* @__PURE__ */ openCodeTable(relation);
export const genderTable = /* @__PURE__ */ openCodeTable(gender);
export const ageBandTable = /* @__PURE__ */ openCodeTable(ageBand);
export const fillRoleTable = /* @__PURE__ */ openCodeTable(fillRole);
export const verifyWayTable = /* @__PURE__ */ openCodeTable(verifyWay);
export const compoundKindTable = /* @__PURE__ */ openCodeTable(compoundKind);
export const doorStateTable = /* @__PURE__ */ openCodeTable(doorState);
export const channelTable = /* @__PURE__ */ openCodeTable(channel);
export const careKindTable = /* @__PURE__ */ openCodeTable(careKind);
export const volunteerTable = /* @__PURE__ */ openCodeTable(volunteer);
export const visitResultTable = /* @__PURE__ */ openCodeTable(visitResult);
export const vacancySignTable = /* @__PURE__ */ openCodeTable(vacancySign);
export const tacticWayTable = /* @__PURE__ */ openCodeTable(tacticWay);
export const propertyKindTable = /* @__PURE__ */ openCodeTable(propertyKind);
export const changeKindTable = /* @__PURE__ */ openCodeTable(changeKind);

/** What a member is to the head, without the explanation in brackets. */
export function relationWords(relation: number | string): string {
  return relationTable.labelOf(relation).split('（')[0] ?? '';
}
