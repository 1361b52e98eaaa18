/** The form practised at one door: four questions about people who do not exist. No answer of it is kept. */

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface PracticeQuestion {
  readonly key: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly right: string;
  readonly why: string;
}

export const PRACTICE_FORM_STORY =
  '奶奶说：“房子是我们自己的。我和老伴住这儿，户口也在这儿。儿子在外地工作，户口没迁走，人不住这儿。”';

export const PRACTICE_FORM: readonly PracticeQuestion[] = [
  {
    key: 'useState',
    label: '这套房',
    choices: [
      { value: '1', label: '自家住' },
      { value: '2', label: '出租房' },
      { value: '3', label: '暂时没人住' },
    ],
    right: '1',
    why: '房子是自己的，自己住着，就是“自家住”。',
  },
  {
    key: 'liveCount',
    label: '住这儿几口人',
    choices: [
      { value: '1', label: '1 人' },
      { value: '2', label: '2 人' },
      { value: '3', label: '3 人' },
    ],
    right: '2',
    why: '奶奶和老伴两个人住。儿子人不住这儿，不数在这一行。',
  },
  {
    key: 'hukouOnlyCount',
    label: '户口在、人不住的',
    choices: [
      { value: '0', label: '没有' },
      { value: '1', label: '1 人' },
      { value: '2', label: '2 人' },
    ],
    right: '1',
    why: '儿子户口在这儿、人不住，数在这一行，一个人只数一次。',
  },
  {
    key: 'idNumber',
    label: '身份证号',
    choices: [
      { value: 'skip', label: '不问，不记' },
      { value: 'write', label: '抄下来' },
      { value: 'photo', label: '拍个照片' },
    ],
    right: 'skip',
    why: '这次登记不要身份证号，更不拍证件。人家主动拿出来，也请收好。',
  },
];

/** The keys that are answered otherwise than the story says, in the order of the questions. */
export function practiceMistakes(answers: Readonly<Record<string, string>>): string[] {
  return PRACTICE_FORM.filter(({ key, right }) => answers[key] !== right).map(({ key }) => key);
}
