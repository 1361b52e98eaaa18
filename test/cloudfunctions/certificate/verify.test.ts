import { certificateCodeOf } from '@domain/certificate/certificate-code';
import { maskName } from '@domain/register/masking';
import { courseOf, passedResident } from '../fixture/services';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const QUOTA = 30;

async function paperWithName() {
  const { certificate } = await passedResident(street);
  const { _id: courseId } = await courseOf(street);
  const { names } = dataOf(await certificate.listNames({}));
  const { certificateId } = dataOf(await certificate.issue({ courseId, nameKey: names[0]?.key ?? '' }));
  return dataOf(await certificate.readPaper({ certificateId }));
}

describe('check a certificate', () => {
  it('is refused for a code that nobody was given, and for one with a wrong character', async () => {
    const { code } = await paperWithName();
    const swapped = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const { certificate } = street.as('outsider X');

    for (const wrong of [certificateCodeOf('0123456789'), swapped, '', 'H-7F3K9-Q2PX4-C']) {
      expect(await certificate.verify({ code: wrong })).toEqual(refused('NOT_FOUND'));
    }
  });

  it('opens to anybody exactly the facts of the paper, the name masked, and nothing more', async () => {
    const { code, ...facts } = await paperWithName();

    const reply = await street.as('outsider X').certificate.verify({ code });

    expect(facts.holder).not.toBe('');
    expect(reply).toEqual(accepted({ ...facts, holder: maskName(facts.holder) }));
  });

  it('reads a code as people type it', async () => {
    const { code } = await paperWithName();

    const typed = code.toLowerCase().replaceAll('-', ' ');

    expect(await street.as('outsider X').certificate.verify({ code: typed })).toMatchObject({ ok: true });
  });

  it('is refused beyond thirty in ten minutes, and open again after them', async () => {
    const { certificate } = street.as('outsider X');
    const code = certificateCodeOf('0123456789');
    for (let call = 0; call < QUOTA; call += 1) {
      expect(await certificate.verify({ code })).toEqual(refused('NOT_FOUND'));
    }

    expect(await certificate.verify({ code })).toEqual(refused('RATE_LIMITED'));
    await street.clock.set(street.clock.now() + 600_000);
    expect(await certificate.verify({ code })).toEqual(refused('NOT_FOUND'));
  });
});
