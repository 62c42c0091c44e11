"""The database: typed models, migrations and the queries on them."""
