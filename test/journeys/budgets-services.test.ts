/** What guides, courses and certificates cost in metered operations, in a street and in one ten times larger. */
import { COURSE_TEXT, GUIDE_TEXT, OFFICE_TEXT, residentAtHome } from '../cloudfunctions/fixture/services';
import { dataOf, openStreet, type PersonCalls, type TestStreet } from '../cloudfunctions/fixture/street';
import type { CourseDocument, GuideDocument } from '../../cloudfunctions/repositories/documents';
import { SERVICE_BUDGETS } from './kit/budgets';
import { type Acting, expectFlat, type Ledger, REHEARSAL } from './kit/ledger';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

const office = () => street.as('office ADM');

async function ofGuides(acting: Acting, guideId: string): Promise<void> {
  const { guide } = street.as('outsider X');
  const desk = office().guide;
  const { version } = (await street.stored<GuideDocument>('guides', guideId)) ?? { version: 0 };
  await acting.of('guides', () => guide.list({}));
  await acting.of('directory', () => guide.listDirectory({}));
  await acting.of('rate a guide', () => guide.rate({ guideId, stars: 4 }));
  await acting.of('guides of the desk', () => desk.listDesk({}));
  await acting.of('what people think of guides', () => desk.readStats({}));
  await acting.of('write a guide', () => desk.save({ version: 0, text: GUIDE_TEXT }));
  await acting.of('take a guide down', () => desk.withdraw({ guideId, version }));
  await acting.of('print the poster', () => office().print.printPoster({}));
  await acting.of('offices of the desk', () => desk.listOffices({}));
  await acting.of('write an office', () => desk.saveOffice({ version: 0, text: OFFICE_TEXT }));
  const { officeId } = dataOf(await desk.saveOffice({ version: 0, text: OFFICE_TEXT }));
  await acting.of('take an office down', () => desk.withdrawOffice({ officeId, version: 1 }));
}

async function ofLearning(
  acting: Acting,
  courseId: string,
  { course, certificate }: PersonCalls,
): Promise<void> {
  await acting.of('courses', () => course.list({}));
  await acting.of('read a course', () => course.read({ courseId }));
  const answers = dataOf(await course.read({ courseId })).quiz.map(({ right }) => right);
  await acting.of('hand a quiz in', () => course.submitQuiz({ courseId, answers }));
  await acting.of('hand a worse one in', () => course.submitQuiz({ courseId, answers: [] }));
  await acting.of('own results', () => course.listProgress({}));
  await acting.of('names for a paper', () => certificate.listNames({}));
  const nameKey = dataOf(await certificate.listNames({})).names[0]?.key ?? '';
  await acting.of('issue a paper', () => certificate.issue({ courseId, nameKey }));
  const { certificateId } = dataOf(await certificate.issue({ courseId, nameKey }));
  await acting.of('read the own paper', () => certificate.readPaper({ certificateId }));
  const { code } = dataOf(await certificate.readPaper({ certificateId }));
  await acting.of('check a paper', () => street.as('outsider X').certificate.verify({ code }));
}

async function ofCourses(acting: Acting, courseId: string): Promise<void> {
  const { course } = office();
  const { version } = (await street.stored<CourseDocument>('courses', courseId)) ?? { version: 0 };
  await acting.of('courses of the desk', () => course.listDesk({}));
  await acting.of('read a course at the desk', () => course.readDesk({ courseId }));
  await acting.of('how courses are taken', () => course.readStats({}));
  await acting.of('write a course anew', () => course.save({ courseId, version, text: COURSE_TEXT }));
  await acting.of('take a course down', () => course.withdraw({ courseId, version: version + 1 }));
}

async function shown(collection: 'guides' | 'courses'): Promise<string[]> {
  const all = await street.all<{ _id: string; state: string }>(collection);
  return all.filter(({ state }) => state === 'shown').map(({ _id }) => _id);
}

async function round(ledger: Ledger): Promise<void> {
  const resident = await residentAtHome(street);
  const [guides, courses] = [await shown('guides'), await shown('courses')];
  for (const [at, acting] of [REHEARSAL, ledger].entries()) {
    await ofGuides(acting, guides[at] ?? '');
    await ofLearning(acting, courses[at] ?? '', resident);
    await ofCourses(acting, courses[at] ?? '');
  }
}

describe('metered operations of guides, courses and certificates', () => {
  it('are what the table says, and stay so in a street ten times larger', () =>
    expectFlat(street, { budgets: SERVICE_BUDGETS, rounds: [round] }));
});
