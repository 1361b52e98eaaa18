/** What changes of a round after it: a note that is taken away, a call-back that is moved. */
import type { NoteDocument, TaskDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import { radio } from './kit/family';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
const PICTURES = process.env['WANJIA_PICTURES'];
const NOTES = '/packages/worker/pages/notes/notes';
const TASKS = '/packages/worker/pages/tasks/tasks';
/** The list goes by the hour: it is asked again once an hour was moved. */
const READ_BACK = /^tap \d+: \d setData, 2 calls$/;
/** A note is drawn as it waits, and once more as the cloud has it. */
const WRITTEN = /^tap 2: 3 setData, [12] calls$/;
const door = (): Door => journey.street.door('苹果花园 3-2-502');
const LOOKS: [string, string, Look][] = [
  ['on a phone', 'plain', {}],
  ['in 大字 on 320 px', 'large', { width: 320, height: 640, large: true }],
  ['in the dark', 'dark', { dark: true }],
];

async function stop(phone: PhoneDriver, name: string, look: Look): Promise<void> {
  await phone.meter();
  if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${name}.png`);
  expect(await problemsOf(phone, look)).toEqual([]);
}

describe('J5 a note that is no longer true', () => {
  for (const [words, name, look] of LOOKS) {
    walk(
      `J5.X4 ${words} stands in the list as soon as it arrived, and is taken away after a question`,
      async () => {
        const { street } = journey;
        const phone = await journey.phone('worker W1', look);
        journey.forgive(phone, WRITTEN);
        await journey.goTo(phone, `${NOTES}?unit=${door().unitId}&label=2单元`);
        await phone.type('写一句', '门禁密码问管理员要');
        await phone.tap('记下来');
        await phone.see('记下了');
        await stop(phone, `${name}-notes`, look);

        await phone.tap({ role: 'button', name: '不对了，拿掉：门禁密码问管理员要' });
        await phone.see('拿掉这一条？');
        await stop(phone, `${name}-notes-ask`, look);
        await phone.tap('拿掉');

        await phone.see('拿掉了');
        await phone.see('还没有提示');
        const [note] = await street.all<NoteDocument>('notes');
        expect(note).toMatchObject({ state: 'removed', text: '' });
      },
    );
  }
});

describe('J5 a call-back that was agreed on', () => {
  for (const [words, name, look] of LOOKS) {
    walk(`J5.S2 ${words} is moved from its task`, async () => {
      const { street } = journey;
      const knock = { doorId: door().id, result: 'nobody', next: { on: '2026-03-10', hour: 19 } } as const;
      dataOf(await street.as('worker W1').visit.recordVisit(knock));
      const phone = await journey.phone('worker W1', look);
      journey.forgive(phone, READ_BACK);
      await journey.goTo(phone, TASKS);
      await phone.see('今天 19 点');
      await phone.tap({ role: 'button', name: '改时间，苹果花园 3-2-502' });
      await phone.see('改到什么时候');
      await stop(phone, `${name}-tasks-move`, look);

      await phone.tap(radio('明天 9 点'));

      await phone.see('记下了：苹果花园 3-2-502，约好明天 9 点再来');
      const tasks = await street.all<TaskDocument>('tasks', { state: 'open' });
      expect(tasks).toEqual([expect.objectContaining({ kind: 'revisit', dueOn: '2026-03-11', hour: 9 })]);
    });
  }
});
