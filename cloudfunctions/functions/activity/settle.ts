/** An activity that is over: whoever has not checked out has gone at its planned end. */
import { serviceMinutes } from '@domain/activity/attendance';
import type { SystemContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/store';
import { hoursOf, isServing, teamOf } from '../../records/hours';
import { signupsOf } from '../../repositories/activities';
import type { ActivityDocument, SignupDocument, TeamDocument } from '../../repositories/documents';
import { findTeam } from '../../repositories/teams';
import { findVolunteer } from '../../repositories/volunteers';

interface Over {
  readonly activity: ActivityDocument;
  /** Whose activity it was. */
  readonly team: TeamDocument | undefined;
}

async function settleOne(
  context: SystemContext,
  { activity, team }: Over,
  { transaction, id }: { readonly transaction: Transaction; readonly id: string },
): Promise<void> {
  const signup = await transaction.find<SignupDocument>('signups', id);
  if (signup === undefined || signup.inAt === 0 || signup.minutes !== undefined) return;
  const { userId, inAt, inBy } = signup;
  const minutes = serviceMinutes(activity, { inAt });
  await transaction.patch('signups', id, { version: signup.version + 1, minutes });
  const volunteer = await findVolunteer({ find: transaction.find, search: context.store.search }, userId);
  if (!isServing(volunteer)) return;
  const service = {
    volunteerId: userId,
    source: 'activity',
    sourceId: activity._id,
    minutes,
    by: inBy,
    title: activity.title,
    teamId: teamOf(team, userId),
  } as const;
  await transaction.replace('hours', hoursOf(volunteer, service, context));
}

export async function settle(context: SystemContext, activity: ActivityDocument): Promise<void> {
  const { teamId } = activity;
  const team = teamId === '' ? undefined : await findTeam(context.store, teamId);
  for (const { _id, inAt, minutes } of await signupsOf(context.store, activity._id)) {
    if (inAt === 0 || minutes !== undefined) continue;
    await context.store.transact((transaction) =>
      settleOne(context, { activity, team }, { transaction, id: _id }),
    );
  }
  const { _id, version } = activity;
  // The activity last: once it is over nobody comes back for its queue.
  await context.store.patchWhere('activityQueues', { _id }, { isOpen: false });
  await context.store.patchWhere(
    'activities',
    { _id, version },
    { version: version + 1, state: 'over', dueAt: 0 },
  );
}
