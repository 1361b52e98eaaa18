import { tokenOfCertificate } from '@domain/certificate/certificate-code';
import { courseOf, passedResident } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read the own certificate', () => {
  it('is refused for one that is not there, and for somebody else’s, alike', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);
    const { certificateId } = dataOf(await certificate.issue({ courseId }));

    const missing = await certificate.readPaper({ certificateId: 'nothing' });
    const foreign = await street.as('volunteer E').certificate.readPaper({ certificateId });

    expect(missing).toEqual(refused('NOT_FOUND'));
    expect(foreign).toEqual(refused('NOT_FOUND'));
    expect(await street.as('worker W1').certificate.readPaper({ certificateId })).toEqual(
      refused('FORBIDDEN'),
    );
  });

  it('shows what was passed, when, and a code that checks itself', async () => {
    const { certificate } = await passedResident(street);
    const { _id: courseId } = await courseOf(street);
    const { certificateId } = dataOf(await certificate.issue({ courseId }));

    const paper = dataOf(await certificate.readPaper({ certificateId }));

    expect(paper).toMatchObject({
      kind: 'course',
      course: '家庭防火',
      holder: '',
      right: 5,
      total: 5,
      until: '2026-03-10',
      issuer: '万家街道办事处',
    });
    expect(paper.code).toMatch(/^Z-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]$/);
    expect(tokenOfCertificate(paper.code)).toHaveLength(10);
  });
});
