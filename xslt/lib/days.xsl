<?xml version="1.0" encoding="UTF-8"?>
<!-- Days, spans and counts in words. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions">

  <!-- '1963-01-10' as '10 January 1963'; a year or a month alone too; anything else as it is. -->
  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="months" as="xs:string*" select="
      'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'"/>
    <xsl:variable name="part" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:sequence select="
      if (matches($iso, '^\d{4}-\d\d-\d\d$')) then number($part[3]) || ' ' || $months[number($part[2])] || ' ' || $part[1]
      else if (matches($iso, '^\d{4}-\d\d$')) then $months[number($part[2])] || ' ' || $part[1]
      else string($iso)"/>
  </xsl:function>

  <!-- '1909–1994', 'born 1909', 'until 20 January 1969': whatever of a span is known. -->
  <xsl:function name="f:span" as="xs:string">
    <xsl:param name="from" as="xs:string?"/>
    <xsl:param name="to" as="xs:string?"/>
    <xsl:sequence select="
      if ($from and $to) then (if ($from = $to) then f:day($from) else f:day($from) || ' – ' || f:day($to))
      else if ($from) then 'from ' || f:day($from)
      else if ($to) then 'until ' || f:day($to) else ''"/>
  </xsl:function>

  <xsl:function name="f:plural" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:sequence select="$count || ' ' || (if ($count = 1) then $one else $many)"/>
  </xsl:function>
</xsl:stylesheet>
