-- Which sessions and which days count is decided in another way, and what is extra is kept of days without a plan as
-- well. Whoever is here already is reckoned with anew.
update adherence_summary set next_look_at = now();
