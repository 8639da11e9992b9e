<?xml version="1.0" encoding="UTF-8"?>
<!-- Days and spans in words. -->
<xsl:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions">

  <!-- '1963-01-10' as '10 January 1963'; a year or a month alone too; anything else as it is. -->
  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="part" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:sequence select="
      if (f:is-day($iso)) then f:say(if ($part[3] = '01') then 'first-day' else 'day',
        map { 'day': number($part[3]), 'month': f:named('month', string(number($part[2]))), 'year': $part[1] })
      else if (matches($iso, '^\d{4}-\d\d$')) then f:say('month-of-year', map { 'month': f:named('month-alone', string(number($part[2]))), 'year': $part[1] })
      else string($iso)"/>
  </xsl:function>

  <xsl:function name="f:is-day" as="xs:boolean">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:sequence select="matches($iso, '^\d{4}-\d\d-\d\d$')"/>
  </xsl:function>

  <!-- '1909–1994', 'from 1909', 'until 20 January 1969': whatever of a span is known. -->
  <xsl:function name="f:span" as="xs:string">
    <xsl:param name="from" as="xs:string?"/>
    <xsl:param name="to" as="xs:string?"/>
    <xsl:sequence select="
      if ($from and $to) then (if ($from = $to) then f:day($from) else f:day($from) || ' – ' || f:day($to))
      else if ($from) then f:say(if (f:is-day($from)) then 'from-day' else 'from-about', map { 'day': f:day($from) })
      else if ($to) then f:say(if (f:is-day($to)) then 'until-day' else 'until-about', map { 'day': f:day($to) }) else ''"/>
  </xsl:function>
</xsl:stylesheet>
