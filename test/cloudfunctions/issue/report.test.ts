import type { IssueDocument } from '../../../cloudfunctions/repositories/documents';
import { DARK, neighbour, reported, storedIssue } from '../fixture/issues';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const onlyIssue = async (): Promise<IssueDocument> => {
  const [issue] = await street.all<IssueDocument>('issues');
  if (issue === undefined) throw new Error('no issue');
  return issue;
};

describe('report an issue', () => {
  it('is refused for a place that is not there, and to an outsider without a code', async () => {
    const worker = street.as('worker W1');
    for (const place of [
      { by: 'building', buildingId: 'nothing' },
      { by: 'compound', compoundId: 'nothing' },
      { by: 'door', doorId: 'nothing-1' },
      { by: 'door', doorId: street.door('樱花苑 2-1-302').id },
      { by: 'home' },
      { by: 'homeCompound' },
    ] as const) {
      await expectStandstill(street, () => worker.issue.report({ ...DARK, place }), refused('NOT_FOUND'));
    }
    const outsider = street.as('outsider X', null);
    const place = { by: 'building', buildingId: street.building('苹果花园 3') } as const;
    await expectStandstill(street, () => outsider.issue.report({ ...DARK, place }), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('auditor Q').issue.report({ ...DARK, place }),
      refused('FORBIDDEN'),
    );
  });

  it.each([
    ['blank words', { text: '　　　　　' }, 'VALIDATION'],
    ['a number in the text', { text: '灯坏了，打我电话 10012345678' }, 'CONTENT_REJECTED'],
    ['a home in the spot', { spot: '3号楼2单元502室' }, 'CONTENT_REJECTED'],
    ['an aspect, away from a door', { aspect: 'lighting' }, 'VALIDATION'],
    [
      'another household, away from a door',
      { raisedBy: { who: 'household', householdId: 'x' } },
      'VALIDATION',
    ],
  ] as const)('is refused with %s', async (_name, changes, code) => {
    const resident = await neighbour(street);
    await expectStandstill(street, () => resident.issue.report({ ...DARK, ...changes }), refused(code));
  });

  it('is kept sealed, in its building, with the one whose word will close it', async () => {
    const { id } = await reported(street);
    const door = street.door('苹果花园 3-2-502');

    expect(await storedIssue(street, id)).toMatchObject({
      state: 'received',
      stage: 'review',
      communityId: door.communityId,
      gridId: door.gridId,
      buildingId: door.buildingId,
      plate: { compound: '苹果花园', line: '3号楼' },
      reporterIds: [street.userId('resident A')],
      publicText: '',
      isOnBoard: false,
      history: [{ step: 'report', role: 'RE' }],
    });
    expect(JSON.stringify(await storedIssue(street, id))).not.toContain('台阶');
  });

  it('by the code of a place is an outsider’s way, who hears of it afterwards', async () => {
    const outsider = street.as('outsider X', null);
    const place = { by: 'scene', scene: street.sceneOf('苹果花园') } as const;
    const { issueId } = dataOf(await outsider.issue.report({ ...DARK, place }));

    expect(await storedIssue(street, issueId)).toMatchObject({
      buildingId: '',
      plate: { compound: '苹果花园' },
    });
    expect(dataOf(await outsider.issue.listOwn({})).issues).toMatchObject([
      { id: issueId, text: '三楼拐弯：' + DARK.text },
    ]);
  });

  it('without a name shows staff no name and no role', async () => {
    const { id } = await reported(street, { isAnonymous: true });

    const opened = dataOf(await street.as('administrator S').issue.open({ issueId: id }));
    expect(opened).toMatchObject({ reporter: '', hasAccount: true });
    expect(opened.history[0]).not.toHaveProperty('role');
  });

  it('for the street alone lies in no community and goes to no machine', async () => {
    const { id } = await reported(street, { isStreetOnly: true });
    await street.runTimer('tendIssues');

    expect(await storedIssue(street, id)).toMatchObject({
      communityId: '',
      gridId: '',
      compoundId: '',
      checkState: 'none',
    });
    expect(await street.count('contents', { subjectId: id })).toBe(0);
    for (const person of ['administrator S', 'property P1', 'head H3', 'worker W1']) {
      const { issue } = street.as(person);
      expect(await issue.open({ issueId: id })).toEqual(refused('NOT_FOUND'));
      expect(dataOf(await issue.list({ stage: 'review' })).issues).toEqual([]);
    }
    expect(dataOf(await street.as('office ADM').issue.list({ stage: 'review' })).issues).toHaveLength(1);
  });

  it('at a spot of the own compound lies in none of its buildings', async () => {
    const { id } = await reported(street, { place: { by: 'homeCompound' }, spot: '东门旁边' });
    const { communityId, compoundId } = street.door('苹果花园 3-2-502');

    expect(await storedIssue(street, id)).toMatchObject({
      ...{ communityId, compoundId, gridId: '', buildingId: '' },
      plate: { compound: '苹果花园', line: '' },
    });
  });

  it('outside the street goes to the street', async () => {
    const { id } = await reported(street, { place: { by: 'outside' }, spot: '高速路口' });

    expect(await storedIssue(street, id)).toMatchObject({
      isOutside: true,
      communityId: '',
      checkState: 'none',
    });
  });

  it('is one issue however often it is sent, and ten a day', async () => {
    const resident = await neighbour(street);
    const opId = newOpId();
    const first = dataOf(await resident.issue.report(DARK, { opId }));
    expect(await resident.issue.report(DARK, { opId, again: true })).toEqual(repeated(first));

    for (let count = 2; count <= 10; count += 1) dataOf(await resident.issue.report(DARK));
    expect(await resident.issue.report(DARK)).toEqual(refused('RATE_LIMITED'));
    expect(await street.count('issues')).toBe(10);
  });
});

describe('an issue born in a visit', () => {
  const door = () => street.door('苹果花园 3-2-502');
  const atDoor = () => ({ ...DARK, place: { by: 'door', doorId: door().id } }) as const;

  it('belongs to the resident who raised it', async () => {
    const { _id: householdId } = await register(street, door());
    dataOf(
      await street.as('worker W1').issue.report({ ...atDoor(), raisedBy: { who: 'household', householdId } }),
    );

    expect(await onlyIssue()).toMatchObject({
      reporterIds: [street.userId('resident A')],
      workedBy: [street.userId('worker W1')],
      visit: { doorId: door().id, number: 1 },
    });
    const resident = await street.seated('resident A');
    expect(dataOf(await resident.issue.listOwn({})).issues).toHaveLength(1);
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'issue.report');
    expect(event?.subjects).toContain(householdId);
  });

  it('names the knock of its visit, whichever is written down first', async () => {
    const doorId = door().id;
    const { issue, visit: visits } = street.as('worker W1');
    const knock = () => visits.recordVisit({ doorId, result: 'nobody' });
    const said = async () => {
      dataOf(await issue.report({ ...atDoor(), raisedBy: { who: 'worker' } }));
      const issues = await street.all<IssueDocument>('issues');
      return issues.map(({ visit }) => visit?.number).sort();
    };

    expect(await said()).toEqual([1]);
    dataOf(await knock());
    expect(await said()).toEqual([1, 1]);
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    expect(await said()).toEqual([1, 1, 2]);
    dataOf(await knock());
    expect(await street.count('visits', { doorId, number: 2, by: street.userId('worker W1') })).toBe(1);
  });

  it('belongs to a number to ask back where there is no account, and else to the worker', async () => {
    const worker = street.as('worker W1');
    dataOf(await worker.issue.report({ ...atDoor(), raisedBy: { who: 'phone', phone: '10012345678' } }));
    expect(await onlyIssue()).toMatchObject({ reporterIds: [], reporter: '没有用微信的居民' });
    expect(JSON.stringify(await onlyIssue())).not.toContain('10012345678');
    dataOf(await worker.issue.report({ ...atDoor(), raisedBy: { who: 'worker' } }));
    expect(await street.count('issues', { reporterIds: street.userId('worker W1') })).toBe(1);
  });

  it.each([
    ['a household of another door', { who: 'household', householdId: 'nothing' }, 'NOT_FOUND'],
    ['a number that is none', { who: 'phone', phone: '123' }, 'VALIDATION'],
  ] as const)('is refused with %s', async (_name, raisedBy, code) => {
    const call = () => street.as('worker W1').issue.report({ ...atDoor(), raisedBy });
    await expectStandstill(street, call, refused(code));
  });
});
