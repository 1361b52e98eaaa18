import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { certificateContract } from '@domain/contract/certificate';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findCertificate } from '../../../repositories/certificates';
import { grantedHoursOf } from '../../../repositories/hours';
import { findProgress } from '../../../repositories/progress';
import { findPublication } from '../../../repositories/publications';
import { holdersOf } from '../holders';
import { certificateId, sealedCertificate, tokenFor, type Proven } from '../papers';

type Input = ProcedureParsed<(typeof certificateContract)['issue']>;
type Output = ProcedureOutput<(typeof certificateContract)['issue']>;

type Evidence = Omit<Proven, 'holder'>;

/** The best result of the caller in a course that was passed. Throws NOT_FOUND. */
async function courseEvidence(context: ChangeContext, courseId: string): Promise<Evidence> {
  const { caller, store } = context;
  const progress = await findProgress(store, { userId: caller.userId, courseId });
  const course = await findPublication(store, 'courses', courseId);
  if (progress?.passedOn === undefined || course?.shown === undefined) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: progress.userId });
  return {
    kind: 'course',
    course: course.shown.title,
    right: progress.best,
    total: progress.total,
    minutes: 0,
    services: 0,
    from: progress.passedOn,
    until: progress.passedOn,
  };
}

/** Everything of the caller's that counts by now. Throws NOT_FOUND where nothing does. */
async function hoursEvidence(context: ChangeContext): Promise<Evidence> {
  const { caller, store } = context;
  context.permit({ about: [caller.userId] });
  const rows = await grantedHoursOf(store, caller.userId);
  const days = rows.map(({ day }) => day).sort();
  const [from] = days;
  const until = days[days.length - 1];
  if (from === undefined || until === undefined) throw new Problem('NOT_FOUND');
  return {
    kind: 'hours',
    course: '',
    right: 0,
    total: 0,
    minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
    services: rows.length,
    from,
    until,
  };
}

/** Empty where no name is wanted. Throws NOT_FOUND for one that is not the caller's to give. */
async function holderOf(context: ChangeContext, nameKey: string | undefined): Promise<string> {
  if (nameKey === undefined) return '';
  const holder = (await holdersOf(context)).find(({ key }) => key === nameKey);
  if (holder === undefined) throw new Problem('NOT_FOUND');
  return holder.name;
}

export async function issue(context: ChangeContext, { courseId, nameKey }: Input): Promise<Output> {
  const { caller, keyring, store, today } = context;
  const evidence =
    courseId === undefined ? await hoursEvidence(context) : await courseEvidence(context, courseId);
  const proven: Proven = { ...evidence, holder: await holderOf(context, nameKey) };
  const token = tokenFor(keyring, caller.userId, proven);
  const id = certificateId(keyring, token);
  if ((await findCertificate(store, id)) !== undefined) return { certificateId: id };

  const { officeName } = await context.campaign();
  const facts = { ...proven, issuer: officeName, issuedOn: today };
  context.write.insert('certificates', sealedCertificate(keyring, facts, { holderId: caller.userId, token }));
  context.record({ objects: [id], subjects: [], fields: ['certificate'], place: {} });
  return { certificateId: id };
}
