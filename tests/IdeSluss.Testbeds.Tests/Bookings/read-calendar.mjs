// Reads a calendar file from standard input as another program would, and writes what it understood as JSON.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid, summary: event.summary, location: event.location, sequence: event.sequence, allDay: event.startDate.isDate,
    start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
    end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
    url: component.getFirstPropertyValue('url'), stamped: component.getFirstPropertyValue('dtstamp') !== null,
  };
});
console.log(JSON.stringify({ version: calendar.getFirstPropertyValue('version'), product: calendar.getFirstPropertyValue('prodid'), events }));
