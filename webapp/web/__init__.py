"""The Flask application: factory, blueprints, templates, styles and scripts."""
