import type { Cell, Scope } from '@domain/identity/matrix';
import type { ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';

/** Who a role is, for a reader who has not met the office. */
export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  VI: 'outsider',
  RE: 'resident',
  BH: 'building head',
  GW: 'grid worker',
  GV: 'volunteer grid worker',
  CL: 'data-entry clerk',
  GU: 'gate guard',
  VO: 'volunteer',
  PR: 'property staff',
  CA: 'community administrator',
  SA: 'street administrator',
  AU: 'auditor',
};

/** What an action is, as the rest of "may …". */
export const ACTION_WORDS: Readonly<Record<ActionName, string>> = {
  'phone.verify': 'have WeChat’s one-tap number put into their form',
  'session.whoami': 'see which seats they hold and what the campaign is',
  'area.read': 'read the names of areas, compounds and buildings',
  'address.search': 'look for a door by its address',
  'frame.create': 'build the frame of a building: units, floors, doors',
  'frame.edit': 'add a missing door or remove one that does not exist',
  'link.open': 'open the code of a door, a building or a compound',
  'link.print': 'print the door stickers of a building',
  'link.revoke': 'end the codes of a door',
  'building.doorStates': 'see the state of each door',
  'building.shareCard': 'make the card of a building for its group chat',
  'building.readCard': 'open the card of a building: two figures, nobody’s door',
  'building.remind': 'remind the group or one door that has not answered',
  'group.bind': 'tie a group chat to a building',
  'group.unbind': 'untie a group chat from a building',
  'group.read': 'see which groups are tied to a building and how many people they reached',
  'door.confirm': 'say whether somebody lives behind a door, so that a worker looks',
  'household.answerJoin': 'say whether somebody who filled in the same door belongs to the household',
  'form.submit': 'hand in a household form',
  'form.listQuarantine': 'see the forms that wait',
  'form.syncBatch': 'hand in what was recorded without network',
  'form.confirm': 'confirm or reject a waiting form',
  'receipt.read': 'see a receipt and what became of its form',
  'receipt.verify': 'check a receipt without network',
  'household.read': 'read the file of a household, at its door or at home',
  'tenancy.answer': 'say whether somebody rents their home',
  'tenancy.decide': 'settle what tenant and landlord say',
  'household.moveInOut': 'close a household that moved out',
  'person.editResidence': 'move a member’s registered residence',
  'person.checkCounted': 'ask whether somebody is counted elsewhere',
  'duplicate.list': 'see records that may be one person',
  'duplicate.decide': 'merge two records of one person, or undo it',
  'household.confirm': 'say that nothing changed since last time',
  'consent.withdraw': 'end the consent to the census',
  'person.revealPhone': 'see a phone number in full',
  'person.revealId': 'see an identity number in full',
  'practice.open': 'open a drawn stairwell to practise in',
  'practice.submit': 'practise outcomes, the form and the quiz there',
  'practice.read': 'see where their practice stands',
  'conflict.list': 'see what two people said differently of one household',
  'conflict.decide': 'choose between the two',
  'task.download': 'take the doors and masked files of a unit along without network',
  'visit.record': 'record what a knock came to, and notes on the building',
  'visit.plan': 'agree on a day to come again',
  'visit.decide': 'decide about a door that three knocks or a report left open',
  'visit.list': 'see the knocks at a door and the notes on a building',
  'tactic.read': 'see what each way of reaching homes brought, and the doors that are hardest to reach',
  'tactic.edit': 'choose the ways by which a compound is reached',
  'task.assign': 'give doors to a worker as tasks',
  'progress.read': 'see how far the count has come',
  'export.request': 'ask for a file',
  'export.approve': 'decide about a file that somebody else asked for',
  'export.list': 'see which files were asked for',
  'export.download': 'fetch a finished file and say that it arrived',
  'audit.aboutMe': 'see who looked at the household and why',
  'audit.verify': 'have the audit trail checked for changes',
};

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  '*': 'what is public',
  L: 'through the code or ticket in hand; nothing stored comes back',
  S: 'what they made or what is about them',
  H: 'the own household',
  T: 'what was assigned to them',
  B: 'the own building',
  P: 'the own compounds',
  G: 'the own grids',
  C: 'the own communities',
  W: 'the whole street',
};

export function modifierWords(cell: Cell): string[] {
  const words: readonly [boolean, string][] = [
    [cell.output === 'masked', 'masked'],
    [cell.output === 'aggregate', 'sums only'],
    [cell.reason, 'with a reason'],
    [cell.secondPerson, 'with the consent of a second person'],
    [cell.quota, 'a limited number of times'],
    [cell.ownWithinDay, 'own entries of the last 24 hours'],
  ];
  return words.filter(([applies]) => applies).map(([, word]) => word);
}
