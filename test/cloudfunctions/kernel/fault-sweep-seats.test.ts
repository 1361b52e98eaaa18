import { sweep } from '../fixture/fault-runner';
import { SEAT_STORIES } from './stories/seats';

sweep(SEAT_STORIES);
