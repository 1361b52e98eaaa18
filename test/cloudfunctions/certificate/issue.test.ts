import type { CertificateDocument } from '../../../cloudfunctions/repositories/documents';
import { courseOf, giveHours, passedResident, residentAtHome } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('issue a certificate', () => {
  it('is refused for a course that is not there, or was not passed', async () => {
    const { certificate, course } = await residentAtHome(street);
    const { _id: courseId } = await courseOf(street);
    dataOf(await course.submitQuiz({ courseId, answers: [] }));

    for (const wish of [{ courseId: 'nothing' }, { courseId }]) {
      await expectStandstill(street, () => certificate.issue(wish), refused('NOT_FOUND'));
    }
  });

  it('is refused to a resident without hours, and to a volunteer whose hours do not count yet', async () => {
    const { certificate } = await residentAtHome(street);
    await expectStandstill(street, () => certificate.issue({}), refused('NOT_FOUND'));

    await giveHours(street, 'volunteer E', [{ state: 'waiting' }, { state: 'disputed' }, { state: 'void' }]);

    const call = () => street.as('volunteer E').certificate.issue({});
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to an outsider who learnt and served nothing', async () => {
    const { _id: courseId } = await courseOf(street);

    for (const wish of [{ courseId }, {}]) {
      const call = () => street.as('outsider X').certificate.issue(wish);
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused in a seat of the office', async () => {
    const { _id: courseId } = await courseOf(street);

    for (const person of ['worker W1', 'administrator S']) {
      const call = () => street.as(person).certificate.issue({ courseId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a name that is not the own', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);

    const call = () => certificate.issue({ courseId, nameKey: 'volunteer' });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('adds up the hours that count, from the first day to the last', async () => {
    await giveHours(street, 'volunteer E', [
      { minutes: 120, day: '2026-03-01' },
      { minutes: 45, day: '2026-03-08' },
      { minutes: 600, state: 'waiting' },
    ]);
    const { certificate } = street.as('volunteer E');

    const { certificateId } = dataOf(await certificate.issue({ nameKey: 'volunteer' }));

    expect(dataOf(await certificate.readPaper({ certificateId }))).toMatchObject({
      kind: 'hours',
      minutes: 165,
      services: 2,
      from: '2026-03-01',
      until: '2026-03-08',
      issuedOn: '2026-03-10',
    });
  });

  it('keeps neither name nor code in the clear, in the certificate and in the event', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);
    const { names } = dataOf(await certificate.listNames({}));
    const [holder] = names;
    const { certificateId } = dataOf(await certificate.issue({ courseId, nameKey: holder?.key ?? '' }));

    const { code } = dataOf(await certificate.readPaper({ certificateId }));

    const stored = JSON.stringify([await street.all('certificates'), await street.events()]);
    for (const secret of [code, code.replace(/-/g, ''), code.slice(2, 7), holder?.name ?? '?']) {
      expect(stored).not.toContain(secret);
    }
  });

  it('is one certificate however often it is asked for; another name or more hours make another', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);
    const first = dataOf(await certificate.issue({ courseId }));
    await street.clock.set(street.clock.now() + 86_400_000);

    expect(dataOf(await certificate.issue({ courseId }))).toEqual(first);
    const { names } = dataOf(await certificate.listNames({}));
    const named = dataOf(await certificate.issue({ courseId, nameKey: names[0]?.key ?? '' }));

    expect(named).not.toEqual(first);
    const issued = await street.all<CertificateDocument>('certificates');
    expect(issued.map(({ issuedOn }) => issuedOn).sort()).toEqual(['2026-03-10', '2026-03-11']);
  });

  it('the same operation again answers as before', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);
    const opId = newOpId();
    const first = dataOf(await certificate.issue({ courseId }, { opId }));

    expect(await certificate.issue({ courseId }, { opId, again: true })).toEqual(repeated(first));
    expect(await street.count('certificates')).toBe(1);
  });
});
