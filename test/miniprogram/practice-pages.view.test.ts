import { PRACTICE_FORM } from '@domain/practice/practice-form';
import { QUIZ } from '@domain/practice/quiz';
import { PRACTICE_DOORS } from '@domain/practice/stairwell';
import {
  deniedPractice,
  nextSlot,
  slotOfKey,
  viewPractice,
} from '../../miniprogram/packages/practice/pages/practice/practice.view';
import { placesOf, viewQuiz } from '../../miniprogram/packages/practice/pages/quiz/quiz.view';

const FRESH = { done: [], formDone: false, quizRight: 0, keptUntil: '2026-03-17' };
const ALL = PRACTICE_DOORS.map(({ slot }) => slot);
const state = (changes: Partial<Parameters<typeof viewPractice>[0]> = {}) =>
  viewPractice({ progress: FRESH, problem: undefined, slot: 0, tried: '', ...changes });

describe('the page of the drawn stairwell', () => {
  it('draws every door dark, and opens none by itself', () => {
    const view = state();

    expect(view).toMatchObject({
      face: 'content',
      done: 0,
      due: 8,
      door: null,
      quiz: '答五道题',
      isReady: false,
    });
    expect(view.facade[0]?.floors.map(({ label }) => label)).toEqual(['4', '3', '2', '1']);
    expect(view.kept).toContain('3月17日');
  });

  it('tells the story of the open door, and what an outcome that does not fit stands for', () => {
    const door = state({ slot: 5, tried: 'vacant' }).door;

    expect(door).toMatchObject({ room: '301 室', result: 'vacant', isDone: false, form: '' });
    expect(door?.words).toMatch(/^再想想：“空置”/);
  });

  it('says why at a door that is done, and leads from 愿意填 to the form', () => {
    const { door, facade } = state({ progress: { ...FRESH, done: [3, 4] }, slot: 3 });

    expect(door).toMatchObject({ isDone: true, form: '帮这一户填表' });
    expect(door?.words).toMatch(/^记对了/);
    expect(facade[0]?.floors[2]?.doors[0]).toMatchObject({ label: '201', state: 'filled' });
    expect(facade[0]?.floors[2]?.doors[1]).toMatchObject({ label: '202', state: 'notExist' });
  });

  it('offers the quiz with more words once everything is done, and the day once it is passed', () => {
    const done = { ...FRESH, done: ALL, formDone: true };

    expect(state({ progress: { ...done, formDone: false } }).formLeft).toBe('还差一步：帮 201 室填表');
    expect(state({ progress: done })).toMatchObject({ isReady: true, passed: '', formLeft: '' });
    expect(state({ progress: { ...done, passedOn: '2026-03-10' } })).toMatchObject({
      isReady: false,
      passed: '3月10日通过了',
    });
  });

  it('finds the next door in walking order, and the door of a key', () => {
    expect(nextSlot(FRESH)).toBe(7);
    expect(nextSlot({ done: [7] })).toBe(8);
    expect(nextSlot({ done: ALL })).toBe(0);
    expect(slotOfKey('p7')).toBe(7);
  });

  it('has a face for a lost network and for people who visit nobody', () => {
    const problem = { code: 'OFFLINE' as const, message: '', details: {}, requestId: '' };

    expect(state({ progress: undefined, problem }).face).toBe('offline');
    expect(deniedPractice()).toMatchObject({ face: 'denied', action: '去“我的”' });
  });
});

describe('the page of questions', () => {
  it('counts what is missing, and may be sent when nothing is', () => {
    const one = viewQuiz({ part: 'quiz', answers: { 0: '2' }, wrong: undefined });
    const five = { 0: '2', 1: '0', 2: '1', 3: '2', 4: '0' };

    expect(one).toMatchObject({ canSend: false, notice: '还有 4 道没答' });
    expect(viewQuiz({ part: 'quiz', answers: five, wrong: undefined }).canSend).toBe(true);
    expect(placesOf(five)).toEqual(QUIZ.map(({ right }) => right));
    expect(placesOf({})).toEqual([-1, -1, -1, -1, -1]);
  });

  it('explains each wrong answer beside it, and each right one more quietly', () => {
    const answers = { useState: '1', liveCount: '3', hukouOnlyCount: '1', idNumber: 'skip' };
    const view = viewQuiz({ part: 'form', answers, wrong: ['liveCount'] });
    const [right, wrong] = view.questions;

    expect(view.notice).toContain('1 道');
    expect([right?.error, right?.why]).toEqual(['', PRACTICE_FORM[0]?.why]);
    expect([wrong?.error, wrong?.why]).toEqual([PRACTICE_FORM[1]?.why, '']);
    const judged = [right, wrong].map((one) => one?.choices.find(({ value }) => value === one.value));
    expect(judged.map((one) => [one?.tone, one?.label.split('：')[0]])).toEqual([
      ['right', '对'],
      ['wrong', '不对'],
    ]);
    expect(
      view.questions.flatMap(({ choices }) => choices).filter(({ tone }) => tone !== undefined),
    ).toHaveLength(4);
  });

  it('ends with a sentence when all is right', () => {
    const view = viewQuiz({ part: 'quiz', answers: {}, wrong: [] });

    expect(view).toMatchObject({ face: 'done', sentence: '五道都对，可以上门了', action: '回练习楼' });
  });
});
