import { wordsOfCourse, type CourseText } from '@domain/course/course';
import { gradeQuiz } from '@domain/course/quiz';

const SORTING: CourseText = {
  title: '垃圾分类',
  intro: '四个桶，看一遍就会',
  minutes: 3,
  lessons: [
    { title: '四个桶', text: '剩菜剩饭放绿桶。' },
    {
      title: '电池',
      text: '电池放红桶。',
      video: { channel: 'sph', film: 'export/1' },
      voice: 'cloud://a/b.mp3',
    },
  ],
  quiz: [{ question: '电池放哪个桶', choices: ['绿桶', '红桶'], right: 1, why: '看颜色就知道。' }],
};

describe('what is checked and let out of a course', () => {
  it('names each line, and says which answer is right and what else there is to look at', () => {
    expect(wordsOfCourse(SORTING)).toBe(
      `垃圾分类
学什么：四个桶，看一遍就会

这一节：四个桶
正文：剩菜剩饭放绿桶。

这一节：电池
正文：电池放红桶。
还有：视频号里的一段片子
还有：朗读的录音

小题：电池放哪个桶
不对的：绿桶
对的：红桶
为什么：看颜色就知道。`,
    );
  });
});

describe('a quiz', () => {
  const quiz = (length: number) => Array.from({ length }, () => ({ right: 1 }));
  it.each([
    [5, [1, 1, 1, 1, 0], 4, true],
    [5, [1, 1, 1, 0, 0], 3, false],
    [4, [1, 1, 1, 0], 3, false],
    [3, [1, 1, 1], 3, true],
    [3, [1, 1], 2, false],
  ])('of %i is passed with four fifths: %j', (total, answers, right, isPassed) => {
    expect(gradeQuiz(quiz(total), answers)).toMatchObject({ right, total, isPassed });
  });
});
