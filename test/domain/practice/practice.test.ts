import { VISIT_RESULTS } from '@domain/census/codes';
import { PRACTICE_FORM, practiceMistakes } from '@domain/practice/practice-form';
import { QUIZ, wrongAnswers } from '@domain/practice/quiz';
import { PRACTICE_DOORS, PRACTICE_FORM_SLOT, practiceDoor } from '@domain/practice/stairwell';

const RIGHT = Object.fromEntries(PRACTICE_FORM.map(({ key, right }) => [key, right]));

describe('the practice stairwell', () => {
  it('has a story for each of the seven outcomes, and no two doors of one number', () => {
    expect(new Set(PRACTICE_DOORS.map(({ result }) => result))).toEqual(new Set(VISIT_RESULTS));
    expect(new Set(PRACTICE_DOORS.map(({ slot }) => slot)).size).toBe(PRACTICE_DOORS.length);
    expect(practiceDoor(PRACTICE_FORM_SLOT)?.result).toBe('collected');
    expect(practiceDoor(99)).toBeUndefined();
  });

  it('names no digits that could be a person’s number', () => {
    const texts = [...PRACTICE_DOORS.flatMap(({ story, why }) => [story, why]), JSON.stringify(QUIZ)];

    for (const text of texts) expect(text).not.toMatch(/\d{6}/);
  });
});

describe('the practice form', () => {
  it('is right as the story tells it, and names each answer that is not', () => {
    expect(practiceMistakes(RIGHT)).toEqual([]);
    expect(practiceMistakes({ ...RIGHT, liveCount: '3' })).toEqual(['liveCount']);
    expect(practiceMistakes({})).toEqual(PRACTICE_FORM.map(({ key }) => key));
  });

  it('offers the right answer of every question', () => {
    for (const { choices, right } of PRACTICE_FORM) {
      expect(choices.map(({ value }) => value)).toContain(right);
    }
  });
});

describe('the quiz', () => {
  it('has five questions, each with one right choice and a reason', () => {
    expect(QUIZ).toHaveLength(5);
    for (const { choices, right, why } of QUIZ) {
      expect(choices[right]).toBeDefined();
      expect(why.length).toBeGreaterThan(10);
    }
  });

  it('names the questions that are answered wrong, or not at all', () => {
    const right = QUIZ.map((question) => question.right);

    expect(wrongAnswers(right)).toEqual([]);
    expect(wrongAnswers(right.map((place, at) => (at === 2 ? place + 1 : place)))).toEqual([2]);
    expect(wrongAnswers([])).toEqual([0, 1, 2, 3, 4]);
  });
});
