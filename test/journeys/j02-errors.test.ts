import type { HouseholdDocument, MessageDocument } from '../../cloudfunctions/repositories/documents';
import { openStreetCodes } from './kit/guesses';
import { dataOf } from '../cloudfunctions/fixture/street';
import { register } from '../cloudfunctions/fixture/residents';
import { changeSeat } from '../cloudfunctions/fixture/seats';
import { headPhone, registerByCard, tapped } from './kit/group-chat';
import { openJourney } from './kit/journey';
import { waitingAt } from './kit/records';

const { journey, walk } = openJourney({ patienceMs: 150_000 });

const three = (): string => journey.street.building('苹果花园 3');
const door = () => journey.street.door('苹果花园 3-2-502');

describe('J2.E3 a claim on a claimed door', () => {
  walk(
    'J2.E3 two at once get the answer of a free door; the household accepts one, refuses one',
    async () => {
      const { street } = journey;
      const household = await register(street, door());
      const claims = await Promise.all(
        ['tenant C', 'landlord D'].map((person) => journey.phone(person, tapped(three()))),
      );

      await Promise.all(claims.map((phone) => registerByCard(phone, '2单元', '502')));

      const asked = await street.all<MessageDocument>('messages', { kind: 'joinAsked' });
      expect(asked.map(({ userId }) => userId)).toEqual(Array(2).fill(street.userId('resident A')));
      const [first, second] = await waitingAt(street, door());
      // Out of a message of WeChat: this phone has not heard yet that its owner is registered.
      const page = `packages/home/pages/join/join?form=${first?.id ?? ''}`;
      const home = await journey.phone('resident A', { page });
      journey.forgive(home, /join: 2 calls to open/);
      await home.see(/王\*国 填表说也住这一户/);
      await home.tap('是我家的人');
      await home.see('记下了，网格员核实后就好');
      await home.open(`packages/home/pages/join/join?form=${second?.id ?? ''}`);
      await home.tap('不是我家的人');
      await home.see('记下了，网格员会去问清楚');

      const answers = (await waitingAt(street, door())).map(({ joinAnswer }) => joinAnswer);
      expect(answers).toEqual(['ours', 'notOurs']);
      for (const phone of claims) expect(await phone.text()).toMatch(/已交，等网格员确认/);
      const stored = await street.stored<HouseholdDocument>('households', household._id);
      expect(stored?.accounts).toEqual([street.userId('resident A')]);
    },
  );

  walk('J2.E3 the worker reads what the household said, and confirms', async () => {
    const { street } = journey;
    const household = await register(street, door());
    const claim = await journey.phone('tenant C', tapped(three()));
    await registerByCard(claim, '2单元', '502');
    const [form] = await waitingAt(street, door());
    const answer = { formId: form?.id ?? '', answer: 'ours' } as const;
    dataOf(await (await street.seated('resident A')).census.answerJoin(answer));
    const { id, buildingId } = door();
    const worker = await journey.phone('worker W1');
    await journey.restart(worker, {
      hash: `/packages/worker/pages/door/door?door=${id}&building=${buildingId}`,
    });

    await worker.see(/这户人家说是自己人/);
    const decision = { formId: answer.formId, version: 2, verdict: 'sameHousehold' } as const;
    dataOf(await street.as('worker W1').census.decideForm({ ...decision, householdId: household._id }));

    const after = await street.stored<HouseholdDocument>('households', household._id);
    expect(after?.accounts).toEqual([street.userId('resident A'), street.userId('tenant C')]);
  });
});

describe('J2.E4 guessed tokens', () => {
  walk('J2.E4 are answered alike, lock the guesser at the tenth, and stand in the security log', async () => {
    const { answers, afterwards } = await openStreetCodes(journey.street, 'outsider X');

    expect(new Set(answers.slice(0, 9))).toEqual(new Set(['NOT_FOUND']));
    expect([answers[9], afterwards]).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  });
});

describe('J2.E5 a term that is over', () => {
  walk('J2.E5 takes list and card from the head at once, and leaves the card to residents', async () => {
    const { street } = journey;
    const head = await headPhone(journey);
    await head.see('把卡片发到群里');
    await changeSeat(street, 'building head H3', { endsOn: '2026-03-09' });

    await head.tap('看还没填的');
    await head.see(/身份/);
    const resident = await journey.phone('resident A', tapped(three()));
    await resident.see('3号楼 登记进度 12/36');

    expect(await head.text()).not.toMatch(/室/);
    const card = await street.as('head H3').building.shareCard({ buildingId: three() });
    expect(card).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });
});
