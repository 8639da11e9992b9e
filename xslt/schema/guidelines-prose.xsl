<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapters of the guidelines: TEI prose as HTML, and the specifications of a chapter as a list of links. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://memcon.example/ns/odd" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- An element that has no template here stops the making: no word of a chapter is to be lost. -->
  <xsl:mode name="prose" on-no-match="fail"/>
  <xsl:template match="text()" mode="prose" as="text()"><xsl:sequence select="."/></xsl:template>

  <xsl:template match="div" mode="prose" as="element()">
    <section id="{@xml:id}">
      <xsl:apply-templates select="*" mode="prose"/>
    </section>
  </xsl:template>

  <!-- A section inside a chapter needs no name of its own. -->
  <xsl:template match="div[not(@xml:id)]" mode="prose" as="element()">
    <section><xsl:apply-templates select="*" mode="prose"/></section>
  </xsl:template>

  <xsl:template match="div/head" mode="prose" as="element()">
    <xsl:element name="h{min((1 + count(ancestor::div), 4))}"><xsl:apply-templates mode="prose"/></xsl:element>
  </xsl:template>

  <xsl:template match="p" mode="prose" as="element()"><p><xsl:apply-templates mode="prose"/></p></xsl:template>

  <!-- A paragraph may hold a list or example, which HTML has beside it. -->
  <xsl:template match="p[list | table | eg | eg:egXML]" mode="prose" as="element()+">
    <xsl:for-each-group select="node()" group-adjacent="exists(self::list | self::table | self::eg | self::eg:egXML)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="prose"/></xsl:when>
        <xsl:when test="normalize-space(string-join(current-group()))">
          <p><xsl:apply-templates select="current-group()" mode="prose"/></p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="list[@rend = ('numbered', 'ordered') or @type = 'ordered']" mode="prose" as="element()" priority="1">
    <ol><xsl:apply-templates select="item" mode="prose"/></ol>
  </xsl:template>
  <xsl:template match="list[label]" mode="prose" as="element()" priority="2">
    <dl><xsl:apply-templates select="label | item" mode="prose"/></dl>
  </xsl:template>
  <xsl:template match="list" mode="prose" as="element()"><ul><xsl:apply-templates select="item" mode="prose"/></ul></xsl:template>
  <xsl:template match="list/label" mode="prose" as="element()"><dt><xsl:apply-templates mode="prose"/></dt></xsl:template>
  <xsl:template match="list[label]/item" mode="prose" as="element()"><dd><xsl:apply-templates mode="prose"/></dd></xsl:template>
  <xsl:template match="item" mode="prose" as="element()" priority="-1"><li><xsl:apply-templates mode="prose"/></li></xsl:template>

  <xsl:template match="table" mode="prose" as="element()">
    <div class="wide" role="group" tabindex="0" aria-label="{(normalize-space(head)[.], 'Table: ' || normalize-space(ancestor::div[1]/head))[1]}">
      <table>
        <xsl:if test="head"><caption><xsl:apply-templates select="head/node()" mode="prose"/></caption></xsl:if>
        <xsl:if test="row[@role = 'label']">
          <thead><xsl:apply-templates select="row[@role = 'label']" mode="prose"/></thead>
        </xsl:if>
        <tbody><xsl:apply-templates select="row[not(@role = 'label')]" mode="prose"/></tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="row" mode="prose" as="element()"><tr><xsl:apply-templates select="cell" mode="prose"/></tr></xsl:template>
  <xsl:template match="row[@role = 'label']/cell" mode="prose" as="element()"><th scope="col"><xsl:apply-templates mode="prose"/></th></xsl:template>
  <xsl:template match="cell" mode="prose" as="element()" priority="-1"><td><xsl:apply-templates mode="prose"/></td></xsl:template>

  <xsl:template match="gi" mode="prose" as="element()+">
    <xsl:variable name="known" as="xs:boolean" select="$odd:elements/@ident = string(.)"/>
    <xsl:choose>
      <xsl:when test="$known"><a class="gi" href="#element.{.}"><code>&lt;{.}&gt;</code></a></xsl:when>
      <xsl:otherwise><code>&lt;{.}&gt;</code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="att" mode="prose" as="element()"><code>@{.}</code></xsl:template>
  <xsl:template match="val" mode="prose" as="element()"><code>{.}</code></xsl:template>
  <xsl:template match="tag" mode="prose" as="element()"><code>&lt;{.}&gt;</code></xsl:template>
  <xsl:template match="code | ident" mode="prose" as="element()"><code>{.}</code></xsl:template>
  <xsl:template match="q | soCalled | mentioned" mode="prose" as="item()+">
    <xsl:text>“</xsl:text><xsl:apply-templates mode="prose"/><xsl:text>”</xsl:text>
  </xsl:template>
  <xsl:template match="hi | emph" mode="prose" as="element()"><em><xsl:apply-templates mode="prose"/></em></xsl:template>
  <xsl:template match="term" mode="prose" as="element()"><dfn><xsl:apply-templates mode="prose"/></dfn></xsl:template>
  <xsl:template match="title" mode="prose" as="element()"><cite><xsl:apply-templates mode="prose"/></cite></xsl:template>
  <xsl:template match="ref[@target]" mode="prose" as="element()"><a href="{@target}"><xsl:apply-templates mode="prose"/></a></xsl:template>
  <xsl:template match="ptr[@target]" mode="prose" as="element()">
    <xsl:variable name="chapter" as="element(div)?" select="id(substring(@target, 2)), ancestor::body//div[@xml:id = substring(current()/@target, 2)]"/>
    <a href="{@target}">{normalize-space($chapter[1]/head)}</a>
  </xsl:template>
  <xsl:template match="lb" mode="prose" as="element()"><br/></xsl:template>

  <xsl:template match="eg" mode="prose" as="element()">
    <pre tabindex="0"><code>{odd:dedented(string(.))}</code></pre>
  </xsl:template>

  <xsl:template match="eg:egXML" mode="prose" as="element()">
    <pre tabindex="0"><code>{odd:source(.)}</code></pre>
  </xsl:template>

  <!-- The specifications have a reference of their own below; the chapter leads to them. -->
  <xsl:template match="specGrp" mode="prose" as="element()*">
    <xsl:variable name="elements" as="element()*" select="odd:specs(.)[self::elementSpec]"/>
    <xsl:if test="exists($elements)">
      <div class="specs">
        <ul role="list">
          <xsl:for-each select="$elements">
            <li><a class="gi" href="#element.{@ident}"><code>&lt;{@ident}&gt;</code></a>{' '}<span>{odd:words(desc)}</span></li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
    <xsl:apply-templates select="odd:specs(.)[not(self::elementSpec | self::constraintSpec)]" mode="reference"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="prose" as="empty-sequence()"/>

  <!-- The mark-up of an example as one writes it. -->
  <xsl:function name="odd:source" as="xs:string">
    <xsl:param name="example" as="element()"/>
    <xsl:variable name="markup" as="xs:string*" select="
      $example/node() ! serialize(., map { 'method': 'xml', 'omit-xml-declaration': true(), 'indent': false() })"/>
    <xsl:sequence select="odd:dedented(replace(string-join($markup), ' xmlns(:\w+)?=&quot;[^&quot;]*&quot;', ''))"/>
  </xsl:function>

  <!-- Text without the white space that all its lines after the first begin with. -->
  <xsl:function name="odd:dedented" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(replace($text, '^\s*\n|\s+$', ''), '\n')"/>
    <xsl:variable name="indents" as="xs:integer*" select="tail($lines)[normalize-space()][starts-with(., ' ')] ! string-length(replace(., '\S.*$', ''))"/>
    <xsl:variable name="least" as="xs:integer" select="(min($indents), 0)[1]"/>
    <xsl:sequence select="string-join($lines ! (if (string-length(replace(., '\S.*$', '')) ge $least) then substring(., $least + 1) else .), '&#10;')"/>
  </xsl:function>
</xsl:stylesheet>
