// In the zip alone (publish/archive.py). A page opened as a file runs this script but not the calculator's, so what says
// how to make the calculator work has to show although scripts run.

if (location.protocol === 'file:') {
  addEventListener('DOMContentLoaded', () => {
    for (const needs of document.querySelectorAll('.calc-needs')) needs.style.display = 'block'
  })
}
