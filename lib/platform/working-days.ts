import { addDays, type Day } from './days'

/** Monday to Friday. Bank holidays are not known here yet: they come with the calendar of switching (TM-02). */
const isWorkingDay = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The day `count` working days later. */
export function addWorkingDays(from: Day, count: number): Day {
  let [day, left] = [from, count]
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** Working days from today to the day: 0 on the day itself, negative when it is past. */
export function workingDaysLeft(today: Day, due: Day): number {
  const [first, last, sign] = today <= due ? [today, due, 1] : [due, today, -1]
  let [day, count] = [first, 0]
  while (day < last) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count++
  }
  return sign * count
}
