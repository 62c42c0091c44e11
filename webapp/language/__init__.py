"""Pure language: text in, frozen values out. No Flask, no database, no network, no clock."""
