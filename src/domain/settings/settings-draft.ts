import * as v from 'valibot';
import { AssigneeSchema, PolicySchema, StatusNamesSchema } from '../policy';

/** A day off by its date (`YYYY-MM-DD`) and name. */
const DayOffSchema = v.object({ date: v.string(), name: v.string() });

/** Where the holidays of a calendar come from. */
export const CalendarDraftSchema = v.object({
  timeZone: v.string(),
  workingDays: v.array(v.number()),
  /** Country and region as `date-holidays` codes them, such as DE and BY; null: no public holidays. */
  publicHolidays: v.nullable(v.object({ country: v.string(), region: v.nullable(v.string()) })),
  /** Own days off, imported ones among them. */
  added: v.array(DayOffSchema),
  /** Dates of public holidays that are working days here. */
  removed: v.array(v.string()),
});
export type CalendarDraft = v.InferOutput<typeof CalendarDraftSchema>;

const { enabled, workType, kindField, groups, rules, attendees } = PolicySchema.entries;

/** A project's settings as an administrator writes them. The policy follows from them. */
export const SettingsDraftSchema = v.object({
  enabled,
  workType,
  kindField,
  groups,
  statuses: v.object({
    deploying: StatusNamesSchema,
    deployed: StatusNamesSchema,
    closed: StatusNamesSchema,
    cancelled: StatusNamesSchema,
  }),
  rules,
  attendees,
  assignees: v.object({
    'post-mortem': AssigneeSchema,
    'change-documentation': AssigneeSchema,
    'pull-request': AssigneeSchema,
  }),
  calendar: CalendarDraftSchema,
});
export type SettingsDraft = v.InferOutput<typeof SettingsDraftSchema>;
