SELECT c.email AS customer_email, o.id_order AS order_id, o.date_add AS ordered_at,
       o.total_paid_tax_incl AS value, cu.iso_code AS currency, s.name AS status, o.valid AS valid,
       o.total_shipping_tax_incl AS shipping, o.total_paid_tax_excl AS value_without_tax,
       o.total_shipping_tax_excl AS shipping_without_tax
FROM ps_orders o
LEFT JOIN ps_customer c ON c.id_customer = o.id_customer
LEFT JOIN ps_currency cu ON cu.id_currency = o.id_currency
LEFT JOIN ps_order_state_lang s ON s.id_order_state = o.current_state
WHERE s.id_lang = 1
