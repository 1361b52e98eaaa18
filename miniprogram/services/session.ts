/**
 * Who this person is to the street: the campaign, their seats and which one acts. Asked once a start; the answer is kept,
 * so that a phone without network still knows the office's number and whose home this is.
 */
import type { Campaign, Seat, sessionContract } from '@domain/contract/session';
import type { ProblemReport } from '@domain/kernel/problem';
import { actingSeat, chooseActingSeat, deviceProof, showDevice } from './acting';
import { client, NOBODY } from './client';
import { now, rememberSkew } from './clock';
import { deviceKey } from './device';
import { isRecord, readStored, writeStored } from './storage';

const KEY = 'session';
/** Seats and messages may have come meanwhile. */
const FRESH_MS = 60_000;
export const sessions = client<typeof sessionContract>('session');

export interface Session {
  campaign: Campaign | undefined;
  seats: Seat[];
  /** The seat that acts; undefined for a person bound to nothing. */
  seatId: string | undefined;
  /** Messages not yet read, a hundred at most. */
  unread: number;
  /** UTC ms of the answer this comes from; 0 when there never was one. */
  asOf: number;
}

export interface SessionReply {
  session: Session;
  /** Why the answer is an old one. */
  problem: ProblemReport | undefined;
}

let session: Session = { campaign: undefined, seats: [], seatId: undefined, unread: 0, asOf: 0 };
/** UTC ms of the last question. */
let askedAt = 0;
let asking: Promise<SessionReply> | undefined;
let loading: Promise<void> | undefined;

/** What is known without asking: from this start, else from the last one. */
export async function knownSession(): Promise<Session> {
  loading ??= load();
  await loading;
  return session;
}

/** One question to the cloud; a second page waits for the same answer. A failed one is asked again, an old one too. */
export async function openSession(): Promise<SessionReply> {
  if (now() - askedAt > FRESH_MS) asking = undefined;
  if (asking === undefined) askedAt = now();
  asking ??= ask();
  const reply = await asking;
  if (reply.problem !== undefined) asking = undefined;
  return reply;
}

/** Asks again: a seat may have come (the worker confirmed) or gone. */
export async function refreshSession(): Promise<SessionReply> {
  asking = undefined;
  return openSession();
}

/** Other calls bring the campaign along; pages behind them need no question of their own. */
export async function rememberCampaign(campaign: Campaign): Promise<void> {
  await knownSession();
  await keep({ ...session, campaign, asOf: now() });
}

/** The inbox has counted, or some of it has been read. */
export async function noteUnread(unread: number): Promise<void> {
  await knownSession();
  if (session.unread !== unread) await keep({ ...session, unread });
}

/** A seat has changed by what was just done: the next page that opens the session asks again. */
export function expireSession(): void {
  asking = undefined;
}

export async function chooseSeat(seatId: string): Promise<Session> {
  await knownSession();
  if (session.seats.some((seat) => seat.id === seatId)) await keep({ ...session, seatId });
  return session;
}

export function seatOf({ seats, seatId }: Session): Seat | undefined {
  return seats.find((seat) => seat.id === seatId);
}

/** The session of somebody at home: a phone that knows the home asks nothing, one that was opened by a link asks who this is. */
export async function homeSession(): Promise<Session> {
  const known = await knownSession();
  return homeSeatOf(known) === undefined ? (await openSession()).session : known;
}

/** The seat of this person's home, whichever seat acts. */
export function homeSeatOf({ seats, seatId }: Session): Seat | undefined {
  const homes = seats.filter((seat) => seat.role === 'RE' && seat.householdId !== undefined);
  return homes.find((seat) => seat.id === seatId) ?? homes[0];
}

/** The seat in which this person heads that building. */
export function headSeatAt({ seats }: Session, buildingId: string): Seat | undefined {
  return seats.find((seat) => seat.role === 'BH' && seat.buildingId === buildingId);
}

async function ask(): Promise<SessionReply> {
  await knownSession();
  const reply = await sessions.whoami({}, { actAs: NOBODY });
  if (!reply.ok) return { session, problem: reply.problem };
  const { campaign, seats, unread } = reply.data;
  await rememberSkew(reply.data.now - now());
  const chosen = seats.find((seat) => seat.id === session.seatId) ?? seats[0];
  await keep({ campaign, seats, seatId: chosen?.id, unread, asOf: now() });
  return { session, problem: undefined };
}

/** A seat that asks for a phone shows this one; another seat's ticket is left behind. */
async function showPhone(former: string | undefined): Promise<void> {
  if (seatOf(session)?.asksPin !== true) showDevice(undefined);
  else if (former !== session.seatId || deviceProof() === undefined) showDevice({ key: await deviceKey() });
}

async function keep(next: Session): Promise<void> {
  const former = actingSeat();
  session = next;
  chooseActingSeat(next.seatId);
  await showPhone(former);
  await writeStored(KEY, next, 'sealed');
}

async function load(): Promise<void> {
  const stored = await readStored(KEY, 'sealed');
  if (isSession(stored)) session = { ...session, ...stored };
  if (actingSeat() === undefined) chooseActingSeat(session.seatId);
  await showPhone(undefined);
}

function isSession(stored: unknown): stored is Session {
  return isRecord(stored) && Array.isArray(stored['seats']) && typeof stored['asOf'] === 'number';
}
