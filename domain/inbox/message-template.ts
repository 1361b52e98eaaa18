/**
 * WeChat's message beside the inbox. A person allows one message of a template with one tap; what goes out is the kind's title
 * and a time, never its sentence: a lock screen is read by others. What each template asks for stands with the platform.
 */
import type { MessageKind } from './message';

export const MESSAGE_TEMPLATES = ['reviewResult', 'taskReminder'] as const;
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number];

/** The most templates that the platform shows for one tap. */
export const TEMPLATES_A_TAP = 3;

/** The template whose permission a kind uses up. */
export const TEMPLATE_OF: Readonly<Record<MessageKind, MessageTemplate>> = {
  formConfirmed: 'reviewResult',
  formReturned: 'reviewResult',
  joinAsked: 'reviewResult',
  joinAnswered: 'reviewResult',
  doorReminder: 'reviewResult',
  spokenCode: 'reviewResult',
  proxyConfirmed: 'reviewResult',
  tenancyAsked: 'reviewResult',
  tenancyAnswered: 'reviewResult',
  tenancySettled: 'reviewResult',
  workAssigned: 'taskReminder',
  workMoved: 'taskReminder',
  recordHandedOver: 'taskReminder',
  recordAccepted: 'taskReminder',
  seatSuspended: 'taskReminder',
  seatGiven: 'taskReminder',
  taskGiven: 'taskReminder',
  seatTaken: 'taskReminder',
  seatsEnding: 'taskReminder',
  offerDecided: 'taskReminder',
  deviceBound: 'taskReminder',
  noticePublished: 'taskReminder',
  contentReturned: 'reviewResult',
  contentHidden: 'reviewResult',
  issueMoved: 'reviewResult',
  issueAnswered: 'reviewResult',
  issueAsked: 'reviewResult',
  issueFollowed: 'reviewResult',
  issueGiven: 'taskReminder',
  issueReopened: 'taskReminder',
  volunteerApproved: 'reviewResult',
  volunteerReturned: 'reviewResult',
  volunteerMoved: 'reviewResult',
  hoursDecided: 'reviewResult',
  giftMoved: 'reviewResult',
  wishMoved: 'reviewResult',
  wishCode: 'reviewResult',
  wishReminder: 'taskReminder',
  activityPlace: 'taskReminder',
  activityLapsed: 'reviewResult',
  activityCancelled: 'taskReminder',
  teamAnswered: 'reviewResult',
  teamShare: 'taskReminder',
  teamTask: 'taskReminder',
  exportReady: 'taskReminder',
  exportFailed: 'taskReminder',
};

/** Kinds that ask something of their reader: they wait for the day. The others answer somebody who waits, and go at once. */
const REMINDERS: ReadonlySet<MessageKind> = new Set([
  'joinAsked',
  'doorReminder',
  'tenancyAsked',
  'workAssigned',
  'taskGiven',
  'noticePublished',
  'wishReminder',
  'teamTask',
  'issueAsked',
  'issueGiven',
  'seatsEnding',
]);

export function isReminder(kind: MessageKind): boolean {
  return REMINDERS.has(kind);
}
