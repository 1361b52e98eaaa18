/**
 * What each act costs in metered operations on a warm function. The tests hold it on the test street and on one ten times
 * larger, the bench on the reference street.
 */

/** Calls + reads + writes + transfers. */
export const BUDGETS = {
  'start: campaign, seats and what is unread': 3,
  'open a code': 4,
  'search for a compound': 2,
  'list buildings': 3,
  'list doors': 2,
  'pick a door': 2,
  'submit through a link': 8,
  'the same operation again': 2,
  'the same operation, not said to be sent before': 8,
  'own receipt': 2,
  'save a household, worker': 7,
  'save again, worker': 6,
  'save again unchanged, worker': 4,
  'save again, resident': 7,
  'save again unchanged, resident': 5,
  'say that nothing changed': 6,
  'confirm a form': 11,
  'confirm a unit of one form': 12,
  'confirm a unit of three forms': 24,
  'open own household': 2,
  'open a household, staff': 3,
  'open a door': 4,
  'reveal a phone': 5,
  'wall of a building': 2,
  'walls of a compound': 2,
  'page of what waits': 2,
  'key of receipts': 2,
  'progress board': 2,
  'who looked at me': 4,
  'verify an empty chain': 3,
  'withdraw the consent': 11,
  'add a door': 8,
  'take a door away': 6,
  'revoke a code': 6,
  inbox: 2,
  'mark one message as read': 5,
  'allow a message': 4,
  'page of tasks': 2,
  'close a task': 5,
} as const;

export type Act = keyof typeof BUDGETS;

/** What a building's group chat costs. */
export const GROUP_BUDGETS = {
  'share card': 2,
  'open a card': 2,
  'tie a group': 6,
  'open a card out of a group': 5,
  'open it again': 4,
  'groups of a building': 4,
  'text for the group': 6,
  'remind a door where nobody is known': 5,
  'say that one is not sure': 5,
  'untie a group': 5,
  'submit at a taken door': 10,
  'read who filled in the own door': 3,
  'say that it is one of ours': 6,
} as const;
