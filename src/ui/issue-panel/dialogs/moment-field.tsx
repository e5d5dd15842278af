import { DatePicker, Inline, TimePicker } from '@forge/react';
import { dayIn, timeIn } from '../due-words';
import { momentInZone } from '../moment-in-zone';
import { useMoments } from '../moments';
import { Field } from './field';
