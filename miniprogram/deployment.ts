/** What one street's deployment fixes for its phones. Everything else a page learns from the campaign. */
import type { MessageTemplate } from '@domain/inbox/message-template';

/** Name of the CloudBase environment; '' is the platform's default one. */
export const CLOUD_ENVIRONMENT = '';

/** Beginnings of this street's own ordinary links, as filed with the platform: `https://host/path`. */
export const OWN_LINKS: readonly string[] = [];

/** Message templates as registered with the platform, by what they tell; '' where the street has none: nobody is asked for it. */
export const MESSAGE_TEMPLATES: Readonly<Record<MessageTemplate, string>> = {
  reviewResult: 'review-result',
  taskReminder: 'task-reminder',
};

/** Recordings of the form's questions, `name.mp3` in a folder of this street's own storage; docs/operations.zh.md names them. */
export interface QuestionVoices {
  readonly folder: string;
  /** Those that there are: another question has no button. */
  readonly recorded: readonly string[];
}

export const QUESTION_VOICES: QuestionVoices = { folder: '', recorded: [] };
