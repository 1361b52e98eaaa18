import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { rankIn, standingOf } from '@domain/activity/places';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { openVolunteerName } from '../../../records/sealed-volunteer';
import { findActivity, findQueue, signupsOf } from '../../../repositories/activities';
import type {
  ActivityQueueDocument,
  SignupDocument,
  VolunteerDocument,
} from '../../../repositories/documents';
import { volunteersById } from '../../../repositories/volunteers';
import { placeOfActivity } from '../activity-place';
import { openSignupPerson } from '../sealed-signup';

type Input = ProcedureParsed<(typeof activityContract)['roster']>;
type Output = ProcedureOutput<(typeof activityContract)['roster']>;

const PAGE = 50;
const CHILD = '家里的孩子';

function nameOf(
  context: ReadContext,
  signup: SignupDocument,
  volunteer: VolunteerDocument | undefined,
): string {
  const isAdult = volunteer?.isAdult ?? signup.isAdult;
  if (!isAdult) return CHILD;
  const name =
    volunteer === undefined
      ? openSignupPerson(context.keyring, signup)?.name
      : openVolunteerName(context.keyring, volunteer);
  return maskName(name ?? '');
}

/** In the order of arrival; who has gone again stands at the end. */
function inOrder(queue: ActivityQueueDocument, signups: readonly SignupDocument[]): SignupDocument[] {
  const rank = ({ key }: SignupDocument): number => rankIn(queue, key) ?? queue.arrivals.length;
  return [...signups].sort((left, right) => rank(left) - rank(right));
}

function starsOf(signups: readonly SignupDocument[]): Output['stars'] {
  const given = signups.map(({ stars }) => stars).filter((stars) => stars > 0);
  const sum = given.reduce((total, stars) => total + stars, 0);
  return {
    count: given.length,
    average: given.length === 0 ? 0 : Math.round((sum / given.length) * 10) / 10,
  };
}

export async function roster(context: ReadContext, { activityId, from = 0 }: Input): Promise<Output> {
  const { store } = context;
  const activity = await findActivity(store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(activity));
  const [queue, signups] = await Promise.all([findQueue(store, activityId), signupsOf(store, activityId)]);
  if (queue === undefined) throw new Problem('NOT_FOUND');
  const shown = inOrder(queue, signups).slice(from, from + PAGE);
  const ids = shown.filter(({ isVolunteer }) => isVolunteer).map(({ userId }) => userId);
  const volunteers = new Map((await volunteersById(store, ids)).map((one) => [one._id, one]));
  context.look({ subjects: [activityId], fields: ['roster'] });
  return {
    people: shown.map((signup) => ({
      name: nameOf(context, signup, volunteers.get(signup.userId)),
      ...standingOf(queue, signup),
      inAt: signup.inAt,
      outAt: signup.outAt,
      ...(signup.minutes === undefined ? {} : { minutes: signup.minutes }),
    })),
    all: signups.length,
    stars: starsOf(signups),
  };
}
