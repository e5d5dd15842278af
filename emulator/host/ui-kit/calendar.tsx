import { IconButton } from '@atlaskit/button/new';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useState } from 'react';
import * as v from 'valibot';
import { type CalendarDay, calendarDay, monthAfter, weeksOf } from './calendar-month';
import type { ForgeNode } from './forge-doc';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

/** A month to choose days from, drawn by hand. */
export const CALENDAR: Renderers = { Calendar: (node) => <Calendar node={node} /> };

const DaysSchema = v.array(v.string());

const name = (locale: string, options: Intl.DateTimeFormatOptions, moment: number): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(moment);

function Calendar({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const today = new Date();
  const [own, setOwn] = useState({
    year: props.number('defaultYear') ?? today.getFullYear(),
    month: props.number('defaultMonth') ?? today.getMonth() + 1,
  });
  const [ownSelected, setOwnSelected] = useState(props.list('defaultSelected', v.string()));
  const shown = { year: props.number('year') ?? own.year, month: props.number('month') ?? own.month };
  const selected = props.read(DaysSchema, 'selected') ?? ownSelected;
  const locale = props.text('locale') ?? 'en-GB';
  const weekStart = props.number('weekStartDay') ?? 0;
  const title = name(locale, { month: 'long', year: 'numeric' }, Date.UTC(shown.year, shown.month - 1, 1));

  const turn = (step: 1 | -1) => {
    const next = monthAfter(shown.year, shown.month, step);
    setOwn(next);
    const day = calendarDay(next.year, next.month, 1);
    props.action('onChange')?.({ ...day, type: step === 1 ? 'nextMonth' : 'prevMonth' });
  };
  const choose = (day: CalendarDay) => {
    setOwnSelected([day.iso]);
    props.action('onSelect')?.(day);
  };
  return (
    <div className="ui-kit-calendar">
      <div className="ui-kit-calendar-head">
        <IconButton
          appearance="subtle"
          icon={ChevronLeftIcon}
          label={props.text('previousMonthLabel') ?? 'Previous month'}
          onClick={() => turn(-1)}
        />
        <strong aria-live="polite">{title}</strong>
        <IconButton
          appearance="subtle"
          icon={ChevronRightIcon}
          label={props.text('nextMonthLabel') ?? 'Next month'}
          onClick={() => turn(1)}
        />
      </div>
      <table aria-label={title}>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_day, index) => (
              // 1 November 2026 is a Sunday.
              <th key={index} scope="col">
                {name(locale, { weekday: 'short' }, Date.UTC(2026, 10, 1 + weekStart + index))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown.year, shown.month, weekStart).map((week, row) => (
            <tr key={row}>
              {week.map((day, column) => (
                <td key={column}>
                  {day && (
                    <button
                      type="button"
                      className="ui-kit-day"
                      aria-pressed={selected.includes(day.iso)}
                      aria-current={day.iso === props.text('today') ? 'date' : undefined}
                      data-before={props.list('previouslySelected', v.string()).includes(day.iso)}
                      disabled={isDisabled(node, day.iso)}
                      aria-label={name(locale, { dateStyle: 'full' }, Date.parse(day.iso))}
                      onClick={() => choose(day)}
                    >
                      {day.day}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isDisabled(node: ForgeNode, iso: string): boolean {
  const props = propsOf(node);
  const [from = '', until = '9999'] = [props.text('minDate'), props.text('maxDate')];
  return iso < from || iso > until || props.list('disabled', v.string()).includes(iso);
}
