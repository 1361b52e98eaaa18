import { sweep } from '../fixture/fault-runner';
import { CENSUS_STORIES } from './stories/census';

sweep(CENSUS_STORIES);
