/** Many people correct one household at once, each without sight of the others: every value they said is found again. */
import type {
  ConflictDocument,
  EventDocument,
  HouseholdDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openAnswers } from '../../../cloudfunctions/records/sealed-answers';
import { walkFrom } from '../fixture/offline';
import { register } from '../fixture/residents';
import { openStreet, type Door, type TestStreet } from '../fixture/street';

const IS_FULL = process.env['TEST_FULL'] === '1';
const EDITORS = IS_FULL ? 50 : 10;
const EDITS = IS_FULL ? 20 : 10;
const AT_ONCE = 5;
const LIMIT_MS = 1_200_000;

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');

/** Every name that stands in the household, beside it, or in its history. */
async function everyName(id: string): Promise<Set<string>> {
  const household = await street.stored<HouseholdDocument>('households', id);
  const conflicts = await street.all<ConflictDocument>('conflicts', { householdId: id });
  const events = (await street.all<EventDocument>('events')).filter(({ subjects }) => subjects.includes(id));
  const texts = [
    household === undefined ? '' : JSON.stringify(openAnswers(street.keyring, household)),
    ...conflicts.map(({ _id, sealedOther }) =>
      street.keyring.open({ collection: 'conflicts', id: _id, field: 'other' }, sealedOther),
    ),
    ...events.map(({ _id, sealedDiff }) =>
      sealedDiff === undefined
        ? ''
        : street.keyring.open({ collection: 'events', id: _id, field: 'diff' }, sealedDiff),
    ),
  ];
  return new Set(texts.flatMap((text) => text.match(/编[一-鿿]{4}/g) ?? []));
}

const HAN = 0x4e00;
const nameOf = (editor: number, edit: number): string =>
  `编${String.fromCharCode(HAN + editor, HAN + 100 + edit, HAN + 200 + editor, HAN + 300 + edit)}`;

describe('editors of one household', () => {
  it(
    'lose nothing',
    async () => {
      const household = await register(street, door());
      const { form } = { form: openAnswers(street.keyring, household) };
      const [head] = form.members.filter(({ relation }) => relation === 0);
      if (head === undefined) throw new Error('no head');
      const seen = { id: household._id, version: household.version };
      const walks = await Promise.all(
        ['worker W1', 'worker W2'].map((person) => walkFrom(street, person, door())),
      );
      const waits: number[] = [];
      const rounds = Array.from({ length: EDITORS }, (_, editor) => editor);

      async function editAll(editor: number): Promise<void> {
        const walk = walks[editor % walks.length];
        let base = seen;
        for (let edit = 0; edit < EDITS && walk !== undefined; edit += 1) {
          const record = walk.correction(base, {
            members: [{ ...head, name: nameOf(editor, edit) } as (typeof form.members)[number]],
          });
          const startedAt = performance.now();
          let [answer] = await walk.sync([record]);
          while (answer?.problem?.code === 'CONFLICT_RETRY') {
            [answer] = await walk.sync([{ ...record, again: true }]);
          }
          waits.push(performance.now() - startedAt);
          if (answer?.household === undefined) throw new Error(JSON.stringify(answer));
          // Every second editor looks at what came of it; the others go on from what they saw first.
          if (editor % 2 === 0) base = { id: base.id, version: answer.household.version };
        }
      }

      while (rounds.length > 0) await Promise.all(rounds.splice(0, AT_ONCE).map(editAll));

      const p95 = waits.sort((left, right) => left - right)[Math.floor(waits.length * 0.95)] ?? 0;
      process.stderr.write(`${EDITORS} editors of ${EDITS} edits each: p95 ${p95.toFixed(0)} ms\n`);
      const names = await everyName(household._id);
      const said = Array.from({ length: EDITORS * EDITS }, (_, at) =>
        nameOf(Math.floor(at / EDITS), at % EDITS),
      );
      expect(said.filter((name) => !names.has(name))).toEqual([]);
    },
    LIMIT_MS,
  );
});
