import { addDays, type Day } from '@/lib/platform/days'

/** TM-02: a working day is Monday to Friday and no bank holiday of England. */
export type Calendar = { holidays: Set<Day>; years: Set<string> }

/** The calendar of the dated table. A year without any bank holiday there is not known. */
export function calendarOf(holidays: Day[]): Calendar {
  return { holidays: new Set(holidays), years: new Set(holidays.map((day) => day.slice(0, 4))) }
}

/** The day `count` working days later, earlier for a negative count; undefined where it leads through a year that is not known. */
export function shiftWorkingDays(calendar: Calendar, from: Day, count: number): Day | undefined {
  const step = count < 0 ? -1 : 1
  let [day, left] = [from, Math.abs(count)]
  while (left > 0) {
    day = addDays(day, step)
    if (!calendar.years.has(day.slice(0, 4))) return undefined
    if (isWorkingDay(calendar, day)) left--
  }
  return calendar.years.has(day.slice(0, 4)) ? day : undefined
}

/** Working days from one day to a later one: 0 on the day itself and before; undefined through a year that is not known. */
export function workingDaysPast(calendar: Calendar, from: Day, to: Day): number | undefined {
  let [day, count] = [from, 0]
  while (day < to) {
    day = addDays(day, 1)
    if (!calendar.years.has(day.slice(0, 4))) return undefined
    if (isWorkingDay(calendar, day)) count++
  }
  return count
}

const isWorkingDay = ({ holidays }: Calendar, day: Day): boolean =>
  ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.has(day)
