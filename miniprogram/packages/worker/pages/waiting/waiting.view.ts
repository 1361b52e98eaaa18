/** Forms that wait, the oldest first: by door only, nobody's answer. */
import type { Plate } from '@domain/census/door';
import { needOf } from '@domain/census/waiting-need';
import { momentWords } from '@domain/kernel/day';
import { STAFF_WORDS } from '../../../../messages/staff';
import { NEED_WORDS, WAITING_WORDS } from '../../../../messages/worker';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface QueueAnswer {
  forms: {
    id: string;
    doorId: string;
    buildingId: string;
    plate: Plate;
    submittedAt: number;
    flagged: boolean;
    beside?: boolean | undefined;
    inPerson?: boolean | undefined;
  }[];
  next?: string | undefined;
}

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
  mark: string;
  tone: string;
  editable: boolean;
}

export interface WaitingView extends FaceView {
  stale: string;
  rows: readonly Line[];
  hasMore: boolean;
}

export function viewWaiting({ data, problem, at }: Kept<QueueAnswer>): WaitingView {
  const base = { ...CONTENT, stale: '', rows: [], hasMore: false };
  if (data === undefined) return { ...base, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  // Nothing waited then: that is no answer to what waits now.
  if (data.forms.length === 0) return { ...base, ...(problem === undefined ? emptyFace() : faceOf(problem)) };
  return {
    ...base,
    stale: staleWords(problem, at),
    rows: data.forms.map((form) => rowOf(form, data.forms)),
    hasMore: data.next !== undefined,
  };
}

/** The older of two forms at a door stood alone when it arrived. */
function rowOf(form: QueueAnswer['forms'][number], all: QueueAnswer['forms']): Line {
  const isOneOfTwo = all.some(({ id, doorId }) => doorId === form.doorId && id !== form.id);
  const need = needOf({ ...form, beside: form.beside === true || isOneOfTwo });
  const { id, plate, submittedAt } = form;
  return {
    key: id,
    label: plate.compound,
    value: plate.line,
    note: momentWords(submittedAt),
    mark: need === undefined ? '' : NEED_WORDS[need],
    tone: 'warn',
    editable: true,
  };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = WAITING_WORDS;
  return { face: 'done', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.look };
}
