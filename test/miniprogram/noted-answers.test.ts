import type { HouseholdView } from '@domain/contract/census';
import { changesBetween } from '@domain/census/changes-between';
import type { HouseholdForm } from '@domain/census/household-form';
import type { OutboxEntry } from '../../miniprogram/services/outbox-entry';
import { viewDoor, type DoorCase } from '../../miniprogram/packages/worker/pages/door/door.view';
import {
  correctionsIn,
  isToldOf,
  notedFiling,
  withCorrections,
} from '../../miniprogram/packages/worker/services/noted-answers';
import { filledForm, filledMember } from '../cloudfunctions/fixture/forms';
import { entryOf } from './samples';

const PLATE = { compound: '苹果花园', line: '2-1-301' };
const SHOWN = filledForm({ phone: { number: '100****5678' }, suggestion: '多几盏路灯' });
const HOUSEHOLD: HouseholdView = {
  ...{ id: 'h1', version: 3, seq: 1, state: 'submitted', kind: 'family', channel: 'own' },
  ...{ countedElsewhere: [], isHeld: false, filledOn: '2026-11-20', confirmedOn: '2026-11-21' },
  form: { ...SHOWN, findings: [] },
};

function corrected(edited: HouseholdForm, change: Partial<OutboxEntry> = {}): OutboxEntry {
  const record = { doorId: 'unit-3', householdId: 'h1', changes: changesBetween(SHOWN, edited) };
  return entryOf({ input: { kind: 'correction', pack: 'ticket', record }, ...change });
}

function at(noted: readonly OutboxEntry[], households = [HOUSEHOLD]): DoorCase {
  return {
    door: { plate: PLATE, state: 'filled', waiting: [], households },
    ...{ noted, canDecide: true, back: '回门墙', packedAt: 0, formIndex: 0, householdIndex: 0 },
    knock: undefined,
  };
}

const lineOf = (noted: readonly OutboxEntry[], key: string) =>
  viewDoor(at(noted)).lines.find((line) => line.key === key);

describe('what a phone has noted of a household', () => {
  it('is what the household shows: an answer changed, taken back, and people come and gone', () => {
    const [head, spouse] = SHOWN.members;
    const guest = filledMember({ relation: 8, name: '王建军' });
    if (head === undefined || spouse === undefined) throw new Error('the form has no people');
    const edited = { ...filledForm({ phone: SHOWN.phone, useState: 4 }), members: [head, guest] };

    const { form } = withCorrections(HOUSEHOLD, [corrected(edited)]);

    expect(form.useState).toBe(4);
    expect(form).not.toHaveProperty('suggestion');
    expect(form.members.map(({ name }) => name)).toEqual([head.name, '王建军']);
  });

  it('is not asked what was odd about the former answers', () => {
    const odd = { ...HOUSEHOLD, form: { ...HOUSEHOLD.form, findings: ['上面说没人住，这里又有人'] } };

    expect(viewDoor(at([], [odd])).findings).toEqual(odd.form.findings);
    expect(viewDoor(at([corrected({ ...SHOWN, useState: 4 })], [odd])).findings).toEqual([]);
  });

  it('masks a number that was just typed as the cloud will', () => {
    const edited = { ...SHOWN, phone: { number: '10099998888' } };

    expect(withCorrections(HOUSEHOLD, [corrected(edited)]).form.phone.number).toBe('100****8888');
  });

  it('is the last word where it was corrected twice, and nothing of another household or a refused one', () => {
    const first = corrected({ ...SHOWN, liveCount: 4 });
    const second = corrected({ ...SHOWN, liveCount: 5 }, { clientSeq: 2 });
    const refused = corrected({ ...SHOWN, liveCount: 6 }, { state: 'parked' });

    expect(withCorrections(HOUSEHOLD, [first, second, refused]).form.liveCount).toBe(5);
    expect(correctionsIn('h1', [first, second, refused])).toEqual([first.opId, second.opId]);
    expect(correctionsIn('h2', [first])).toEqual([]);
    expect(withCorrections({ ...HOUSEHOLD, id: 'h2' }, [first])).toEqual({ ...HOUSEHOLD, id: 'h2' });
    expect(withCorrections(HOUSEHOLD, [{ ...first, input: undefined, state: 'confirmed' }])).toBe(HOUSEHOLD);
  });

  it('is read again once the cloud has made answers of it', () => {
    expect(isToldOf({ answer: { outcome: 'applied', household: { id: 'h1', version: 4 } } })).toBe(true);
    expect(isToldOf({ answer: { outcome: 'applied', knock: {} } })).toBe(false);
    expect(isToldOf({ answer: undefined })).toBe(false);
  });
});

describe('a door with something noted on this phone', () => {
  it('shows the new value at once, marked as long as the cloud does not have it', () => {
    const edited = { ...SHOWN, useState: 4 as const };
    const waiting = [corrected(edited)];

    expect(lineOf(waiting, 'useState')).toMatchObject({ value: '亲友借住', mark: '还没交', tone: 'warn' });
    expect(lineOf(waiting, 'headName')).not.toHaveProperty('mark');
    expect(viewDoor(at(waiting))).toMatchObject({ linesHint: '刚改的先存在手机里，有网自动交' });

    const taken = [corrected(edited, { state: 'saved' })];
    expect(lineOf(taken, 'useState')).toMatchObject({ value: '亲友借住' });
    expect(lineOf(taken, 'useState')).not.toHaveProperty('mark');
    expect(viewDoor(at(taken)).linesHint).toBe('');
  });

  it('says that somebody was taken out, of whom no line is left to mark', () => {
    const fewer = { ...SHOWN, members: SHOWN.members.slice(0, 2) };

    expect(viewDoor(at([corrected(fewer)])).linesHint).toBe('刚改的先存在手机里，有网自动交');
  });

  it('shows a first answer that waits here', () => {
    const filing = entryOf({ input: { kind: 'filing', pack: 'ticket', record: { form: filledForm() } } });
    const door = at([filing], []);
    const knock = {
      facts: {
        ...{ state: 'filled' as const, lastSeq: 0, waiting: 0, attempts: 0, signs: [] },
        ...{ answered: true, next: undefined },
      },
      ...{ entry: filing, isSettled: true, today: '2026-03-10', hour: 10, signs: undefined },
      ...{ canCorrect: false, problem: '' },
    };

    expect(viewDoor({ ...door, knock })).toMatchObject({
      linesTitle: '刚记下的',
      linesHint: '先存在手机里，有网自动交',
      canVerify: false,
    });
    expect(notedFiling([filing])?.phone.number).toBe('100****5678');
    expect(notedFiling([])).toBeUndefined();
  });

  it('gathers all but the first people of a room of forty in one line, and sets apart what is new', () => {
    const people = Array.from({ length: 40 }, (_, at) =>
      filledMember({ key: `bed${at}`, name: `张三${at}` }),
    );
    const room = { ...SHOWN, members: people };
    const household = { ...HOUSEHOLD, form: { ...room, findings: [] } };
    const edited = {
      ...room,
      members: people.map((one, at) => (at === 30 ? { ...one, name: '李四' } : one)),
    };
    const record = { doorId: 'unit-3', householdId: 'h1', changes: changesBetween(room, edited) };
    const noted = entryOf({ input: { kind: 'correction', pack: 'ticket', record } });

    const { lines } = viewDoor(at([noted], [household]));

    const apart = lines.filter(({ key }) => key.startsWith('members.'));
    expect([apart.length, apart.at(-1)?.value.slice(0, 2)]).toEqual([13, '李四']);
    const crowd = lines.find(({ label }) => label === '另外 27 人');
    expect(crowd?.value.split('\n')).toHaveLength(27);
    expect(crowd?.value).toMatch(/张三12 [^]*张三39 .*$/);
  });
});
