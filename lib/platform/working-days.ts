import { addDays, type Day } from './days'

/** Monday to Friday, but for the bank holidays that are given: who sets them is no business of this file. */
const isWorkingDay = (day: Day, holidays: Day[]): boolean =>
  ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day)

/** The day `count` working days later. */
export function addWorkingDays(from: Day, count: number, holidays: Day[] = []): Day {
  let [day, left] = [from, count]
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) left--
  }
  return day
}

/** Working days from today to the day: 0 on the day itself, negative when it is past. */
export function workingDaysLeft(today: Day, due: Day, holidays: Day[] = []): number {
  const [first, last, sign] = today <= due ? [today, due, 1] : [due, today, -1]
  let [day, count] = [first, 0]
  while (day < last) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) count++
  }
  return sign * count
}
