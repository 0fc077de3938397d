# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way: from the first start to a workbook, by real keys and a real pointer."""
import os

import openpyxl

import app


class WayTest(app.AppTest):
    def test_from_first_start_to_workbook(self):
        path = os.path.join(self.folder, 'botilbud.xlsx')

        self.use(f'''
            wait button "Open the Sample Meeting"
            key ctrl+n
            wait "Which kind of meeting?"
            audit
            key Return
            focus "Title"
            type "Landspanel om botilbud"
            tab text-box "Date"
            key ctrl+a
            type "4.2.2027"
            wait "Thursday"
            tab text-box "Place"
            type "Vejle"
            audit
            key Return

            wait "15 items · until 15:30"
            audit
            key ctrl+n
            focus "Title"
            key ctrl+a
            type "Fakkeltog"
            key Escape
            key alt+Up
            wait list-item "09:30 Fakkeltog, 15 min."
            wait "16 items · +15 min."
            key ctrl+z
            wait list-item "10:00 Fakkeltog, 15 min."

            key alt+4
            focus "Note, Dream"
            type "En nøgle, som er min egen"
            key Return
            wait list-item "Dream: En nøgle, som er min egen"
            key ctrl+2
            focus "Note, Concern"
            type "=1+1 er ikke en formel"
            key Return
            wait list-item "Concern: =1+1 er ikke en formel"
            key ctrl+4
            type "Besøg først, skema bagefter"
            key Return
            wait list-item "Proposal: Besøg først, skema bagefter"
            wait "3 notes"
            audit

            key alt+5
            focus "Proposal, Besøg først, skema bagefter, 00-003"
            key n
            focus "Name of the theme"
            type "Mennesket før systemet"
            key Return
            wait grid-cell "Mennesket før systemet"
            focus "Concern, =1+1 er ikke en formel, 00-002"
            key 1
            gone list-item "Concern, =1+1 er ikke en formel, 00-002"
            drag list-item "Dream, En nøgle, som er min egen, 00-001" grid-cell "Mennesket før systemet"
            wait "All Grouped"
            wait label "1 theme"
            audit

            key alt+8
            wait group "3 notes"
            audit
            key ctrl+e
            wait dialog "Export"
            wait "0 of 3 notes come along. Nothing in the meeting is changed."
            click radio "Internal"
            tab button "Export"
            key Return
            wait button "Export" "#2"
            focus "Name:"
            key ctrl+a
            type "{path}"
            key Return
            wait "3 notes exported to “botilbud.xlsx”"
            key Escape
            key alt+Home
            focus "Open Meeting"
            wait "Landspanel om botilbud"
        ''')
        self.check_workbook(path)
        self.ctl('check')

    def check_workbook(self, path):
        workbook = openpyxl.load_workbook(path)
        self.addCleanup(workbook.close)
        values = {cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row}
        for text in ('Landspanel om botilbud', 'Vejle', 'En nøgle, som er min egen', '=1+1 er ikke en formel',
                     'Besøg først, skema bagefter', 'Mennesket før systemet', 'Fakkeltog'):
            self.assertIn(text, values)
        formulas = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.data_type == 'f'
                    and 'ikke en formel' in str(cell.value)]
        self.assertEqual(formulas, [])


if __name__ == '__main__':
    app.main()
