/** Issues on their way: reported, pictured, classified, given, worked on, answered, and how each of them ends. */
import { timer, type Story } from '../../fixture/fault-runner';
import {
  answered,
  assigned,
  assignment,
  CLASSED,
  classified,
  DARK,
  neighbour,
  passMinutes,
  reported,
  step,
  storedIssue,
} from '../../fixture/issues';
import { jpegOf, storePicture } from '../../fixture/pictures';
import { dataOf, type PersonCalls, type TestStreet } from '../../fixture/street';

const S = (street: TestStreet) => street.as('administrator S');
const reason = '打电话问过反映人';

/** Where an issue stands before somebody takes the step of a story. */
interface Standing {
  readonly id: string;
  readonly person: PersonCalls;
}

type Act = Exclude<keyof PersonCalls['issue'], 'report'>;

/** A step in the version that stands. */
function stepOf(
  name: string,
  { act, more }: { readonly act: Act; readonly more: (street: TestStreet) => object },
  before: (street: TestStreet) => Promise<Standing>,
): Story {
  return {
    name,
    procedure: `issue.${act}`,
    begin: async (street) => {
      const { id: issueId, person } = await before(street);
      const { version } = await storedIssue(street, issueId);
      const call = person.issue[act] as (...sent: readonly object[]) => ReturnType<typeof person.issue.work>;
      return (options) => call({ issueId, version, ...more(street) }, options);
    },
  };
}

const atDesk = async (street: TestStreet): Promise<Standing> => {
  const { id } = await reported(street);
  await passMinutes(street);
  return { id, person: S(street) };
};
const inHand = async (street: TestStreet): Promise<Standing> => {
  const { id } = await reported(street);
  await assigned(street, id);
  return { id, person: S(street) };
};
const withAnswer = async (street: TestStreet): Promise<Standing> => {
  const { id, reporter } = await reported(street);
  await answered(street, id);
  return { id, person: reporter };
};

/** W1 wrote down what somebody without an account said at a door. */
const atPhone = async (street: TestStreet): Promise<Standing> => {
  const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
  const raisedBy = { who: 'phone', phone: '10012345678' } as const;
  const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
  await answered(street, issueId);
  return { id: issueId, person: street.as('office ADM') };
};

async function onBoard(street: TestStreet): Promise<string> {
  const { id } = await reported(street);
  await classified(street, id, 'release');
  return id;
}

const BORN: readonly Story[] = [
  {
    name: 'an issue reported',
    procedure: 'issue.report',
    begin: async (street) => {
      const { issue } = await neighbour(street);
      return (options) => issue.report(DARK, options);
    },
  },
  {
    name: 'an issue out of a code',
    procedure: 'issue.report',
    begin: (street) => {
      const { scene } = street.door('苹果花园 3-2-502');
      const { issue } = street.as('outsider X', null);
      const place = { by: 'scene', scene } as const;
      return Promise.resolve((options) => issue.report({ ...DARK, place }, options));
    },
  },
  {
    name: 'a picture',
    procedure: 'issue.addPicture',
    begin: async (street) => {
      const { id: issueId, reporter } = await reported(street);
      const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf() });
      return (options) => reporter.issue.addPicture({ issueId, fileId }, options);
    },
  },
  ...(['follow', 'unfollow'] as const).map((act): Story => ({
    name: act === 'follow' ? 'one more who met it' : 'one less who met it',
    procedure: `issue.${act}`,
    begin: async (street) => {
      const issueId = await onBoard(street);
      const { issue } = await neighbour(street, 'tenant C');
      if (act === 'unfollow') dataOf(await issue.follow({ issueId }));
      return (options) => issue[act]({ issueId }, options);
    },
  })),
];

const AT_DESK: readonly Story[] = [
  stepOf(
    'an issue let out onto the board',
    { act: 'review', more: () => ({ ...CLASSED, board: 'release' }) },
    atDesk,
  ),
  stepOf('an issue given', { act: 'assign', more: assignment }, async (street) => {
    const { id, person } = await atDesk(street);
    await classified(street, id);
    return { id, person };
  }),
  stepOf('a later day', { act: 'extend', more: () => ({ dueOn: '2026-03-20', reason }) }, inHand),
  stepOf(
    'an issue passed up',
    { act: 'transfer', more: () => ({ to: '市政热线', reference: 'A-17', reason }) },
    atDesk,
  ),
  stepOf('a no with its reason', { act: 'decline', more: () => ({ reason: '今年没有这笔钱' }) }, atDesk),
  stepOf(
    'an issue out of sight',
    { act: 'hide', more: () => ({ reason: '写了别人的病' }) },
    async (street) => ({
      id: await onBoard(street),
      person: S(street),
    }),
  ),
  {
    name: 'two that are one',
    procedure: 'issue.merge',
    begin: async (street) => {
      const { id: issueId } = await reported(street);
      const place = { by: 'building', buildingId: street.building('苹果花园 3') } as const;
      const other = { ...DARK, text: '楼道里很黑', place };
      const { issueId: intoId } = dataOf(await street.as('worker W2').issue.report(other));
      return (options) => S(street).issue.merge({ issueId, version: 1, intoId }, options);
    },
  },
];

const ENDED: readonly Story[] = [
  stepOf(
    'an answer',
    { act: 'work', more: () => ({ act: 'answer', note: '三楼的灯换好了' }) },
    async (street) => {
      const { id } = await inHand(street);
      const person = street.as('property P1');
      await step(street, { person, id, act: 'work' }, { act: 'start', note: '' });
      return { id, person };
    },
  ),
  stepOf('it is solved', { act: 'confirm', more: () => ({ rating: 5, note: '谢谢' }) }, withAnswer),
  stepOf('it is not', { act: 'reopen', more: () => ({ note: '晚上还是黑的' }) }, withAnswer),
  stepOf('asked back by phone', { act: 'close', more: () => ({ isSolved: true, reason }) }, atPhone),
  {
    name: 'a number to ask back',
    procedure: 'issue.revealPhone',
    begin: async (street) => {
      const { id: issueId, person } = await atPhone(street);
      return (options) => person.issue.revealPhone({ issueId, reason }, options);
    },
  },
];

const DAY_MS = 86_400_000;

const IN_TIME: readonly Story[] = [
  {
    name: 'a minute with a new text, four steps for a follower and a silent reporter',
    procedure: 'issue.timer tendIssues',
    begin: async (street) => {
      const id = await onBoard(street);
      const follower = await neighbour(street, 'tenant C');
      dataOf(await follower.issue.follow({ issueId: id }));
      const person = street.as('property P1');
      await step(street, { person: S(street), id, act: 'assign' }, assignment(street));
      await step(street, { person, id, act: 'work' }, { act: 'start', note: '' });
      await step(street, { person, id, act: 'work' }, { act: 'answer', note: '三楼的灯换好了' });
      dataOf(await follower.issue.report({ ...DARK, text: '楼道里堆着旧家具' }));
      await street.clock.set(street.clock.now() + 7 * DAY_MS);
      return timer(street, 'tendIssues');
    },
  },
  {
    name: 'a month after the end',
    procedure: 'issue.timer tendIssues',
    begin: async (street) => {
      const { id } = await atPhone(street);
      const issue = await storedIssue(street, id);
      await street.replaceAll('issues', [{ ...issue, wakeOn: '', hasNews: false, purgeOn: '2026-03-10' }]);
      return timer(street, 'tendIssues');
    },
  },
];

export const ISSUE_STORIES: readonly Story[] = [...BORN, ...AT_DESK, ...ENDED, ...IN_TIME];
