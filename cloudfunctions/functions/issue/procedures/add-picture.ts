import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { PICTURE_BYTES_MAX, PICTURES_MAX } from '@domain/issue/issue';
import { stageOf } from '@domain/issue/issue-state';
import { cleanPicture } from '@domain/issue/picture';
import type { ChangeContext } from '../../../kernel/context';
import { findIssue } from '../../../repositories/issues';
import { recordStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['addPicture']>;
type Output = ProcedureOutput<(typeof issueContract)['addPicture']>;

/** Phones store below their own inbox and nowhere else: no other file of the street can be named. */
const IN_INBOX = /^cloud:\/\/[\w.-]+\/inbox\/[\w./-]+$/;

/** Throws VALIDATION for what is no picture, PAYLOAD_TOO_LARGE, NOT_FOUND for a file that is not there. */
async function readPicture(
  { files }: ChangeContext,
  fileId: string,
): Promise<{ kind: string; bytes: Buffer }> {
  if (!IN_INBOX.test(fileId) || fileId.includes('..')) throw new Problem('NOT_FOUND');
  const stored = await files.get(fileId).catch(() => undefined);
  if (stored === undefined) throw new Problem('NOT_FOUND');
  if (stored.length > PICTURE_BYTES_MAX) throw new Problem('PAYLOAD_TOO_LARGE');
  const clean = cleanPicture(stored);
  if (clean === undefined) {
    throw new Problem('VALIDATION', { field: 'fileId', sentence: '这不是照片，换一张试试' });
  }
  return { kind: clean.kind, bytes: Buffer.from(clean.bytes) };
}

/** The picture is kept anew under the issue's own name, without what the phone wrote into it; the phone's file goes. */
export async function addPicture(context: ChangeContext, { issueId, fileId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  if (issue === undefined) throw new Problem('NOT_FOUND');
  const { userId } = context.caller;
  const isTheirs = issue.reporterIds.includes(userId) || issue.workedBy[0] === userId;
  context.permit({ madeBy: isTheirs ? userId : '', linkValid: isTheirs });
  if (stageOf(issue.state) === 'ended' || issue.pictures.length >= PICTURES_MAX) {
    throw new Problem('WRONG_STATE', { state: issue.state });
  }
  const { kind, bytes } = await readPicture(context, fileId);
  const kept = await context.files.put(`issues/${issueId}/${context.idFor('picture')}.${kind}`, bytes);
  const pictures = [...issue.pictures, { fileId: kept, state: 'waiting' as const }];
  context.write.patch('issues', issueId, {
    pictures,
    spentFiles: [...issue.spentFiles, fileId],
    version: issue.version + 1,
    hasNews: true,
  });
  recordStep(context, issue, { step: 'report' });
  return { pictures: pictures.length };
}
