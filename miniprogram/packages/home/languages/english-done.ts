/** English of the end of a registration. */
import type { Language } from '../../../messages/language';
import { dayIn } from './english-days';

export const done: Language['words']['done'] = {
  title: 'Registration',
  waiting: 'Handed in. The grid worker will confirm it',
  submitted: 'Registered!',
  sending: 'Handing it in',
  queued: 'Kept. It is sent by itself when there is a network',
  queuedDetail: 'Nothing to fill in again: opening the mini-program sends it',
  refusedDetail: 'Everything you filled in is still here',
  mend: 'Go back and look',
  again: 'Try again',
  receiptNote: (day) => `Receipt of ${dayIn(day)}. A screenshot is enough`,
  receiptOf: (day) => `Receipt of ${dayIn(day)}`,
  receiptAnew: (day) => `Changed again on ${dayIn(day)}. This is the new receipt`,
  nextTitle: 'What comes next',
  nextSteps: [
    'The grid worker checks it once',
    'You then see it under 我的 (Me)',
    'You can change it at any time',
  ],
  nextStepsProxy: ['Tell them the 4-digit code', 'The grid worker calls; saying the code confirms the form'],
  seeCode: 'Show the 4-digit code',
  change: 'Change it',
  nextStepsBound: ['The community looks it over', 'You can change it at any time'],
  subscribeAsk: 'Shall we tell you when it is done?',
  subscribe: 'Yes, tell me',
  subscribed: 'Noted. You will get a message',
  notSubscribed: 'All right. Look under 我的 (Me) whenever you like',
  thanks: (office) => `Thank you. ${office}`,
  home: 'Back to the first page',
  returned: 'The form came back',
  returnedFor: {
    notOfDoor:
      'The grid worker says that it is not of this home. Check the number of the door and fill it in once more',
    mismatch: 'The grid worker says that something does not fit. Fill it in once more, or ask by phone',
  },
  returnedDetail: 'The grid worker did not know this home from it. Fill it in once more, or ask by phone',
  over: 'This form lay too long and was deleted',
  overDetail: 'Nobody could check it. Please fill it in once more',
  closed: 'Moved out',
  closedOn: (day) => `Moved out on ${dayIn(day)}`,
  closedDetail: 'In a new home, register there once more',
  merged: 'Joined with another registration',
  mergedDetail:
    'The grid worker found that both are of the same family. The other one stays: no need to register again',
  registerAgain: 'Register again',
  lost: 'This receipt is not here',
};
